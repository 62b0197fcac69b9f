import {
  FeedIdDto,
  MuteTrackDto,
  OpenFeedDto,
  PublishTrackDto,
  TrackDto,
  type EmptyDto,
  type FeedDto,
} from '@manyhalls/contracts';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { PeersService } from '../peers/peers.service';
import { PublishingService } from './publishing.service';

/** A hall puts itself on air. */
@LiveGateway()
export class PublishingGateway {
  constructor(
    private readonly peers: PeersService,
    private readonly publishing: PublishingService,
  ) {}

  @OnRequest('feed:open', OpenFeedDto, 'feed:publish')
  async open(socket: LiveSocket, request: OpenFeedDto): Promise<FeedDto> {
    return this.publishing.open(await this.peers.of(socket), socket.data.ticket.displayName, request);
  }

  @OnRequest('feed:publish-track', PublishTrackDto, 'feed:publish')
  async publishTrack(socket: LiveSocket, request: PublishTrackDto): Promise<{ producerId: string }> {
    return this.publishing.publish(await this.peers.of(socket), request);
  }

  @OnRequest('feed:mute-track', MuteTrackDto, 'feed:publish')
  async muteTrack(socket: LiveSocket, request: MuteTrackDto): Promise<EmptyDto> {
    await this.publishing.mute(await this.peers.of(socket), request);
    return {};
  }

  @OnRequest('feed:remove-track', TrackDto, 'feed:publish')
  async removeTrack(socket: LiveSocket, request: TrackDto): Promise<EmptyDto> {
    await this.publishing.remove(await this.peers.of(socket), request);
    return {};
  }

  @OnRequest('feed:go-on-air', FeedIdDto, 'feed:publish')
  async goOnAir(socket: LiveSocket, { feedId }: FeedIdDto): Promise<FeedDto> {
    return this.publishing.goOnAir(await this.peers.of(socket), feedId);
  }

  @OnRequest('feed:leave-air', FeedIdDto, 'feed:leave-air')
  async leaveAir(socket: LiveSocket, { feedId }: FeedIdDto): Promise<FeedDto> {
    return this.publishing.leaveAir(await this.peers.of(socket), feedId);
  }

  @OnRequest('feed:close', FeedIdDto, 'feed:publish')
  async close(socket: LiveSocket, { feedId }: FeedIdDto): Promise<EmptyDto> {
    await this.publishing.close(await this.peers.of(socket), feedId);
    return {};
  }
}
