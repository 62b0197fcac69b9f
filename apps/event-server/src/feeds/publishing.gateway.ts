import {
  FeedIdDto,
  MuteTrackDto,
  OpenFeedDto,
  PublishTrackDto,
  TrackDto,
  type EmptyDto,
  type FeedDto,
} from '@manyhalls/contracts';
import { HandRows } from '../hands/hand-rows.service';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import type { Peer } from '../peers/peer';
import { PeersService } from '../peers/peers.service';
import { PublishingService } from './publishing.service';

/** A hall puts itself on air, and a remote speaker sends picture and sound. */
@LiveGateway()
export class PublishingGateway {
  constructor(
    private readonly peers: PeersService,
    private readonly publishing: PublishingService,
    private readonly hands: HandRows,
  ) {}

  @OnRequest('feed:open', OpenFeedDto, 'feed:publish')
  async open(socket: LiveSocket, request: OpenFeedDto): Promise<FeedDto> {
    return this.publishing.open(await this.publisher(socket), socket.data.ticket.displayName, request);
  }

  @OnRequest('feed:publish-track', PublishTrackDto, 'feed:publish')
  async publishTrack(socket: LiveSocket, request: PublishTrackDto): Promise<{ producerId: string }> {
    return this.publishing.publish(await this.publisher(socket), request);
  }

  @OnRequest('feed:mute-track', MuteTrackDto, 'feed:publish')
  async muteTrack(socket: LiveSocket, request: MuteTrackDto): Promise<EmptyDto> {
    await this.publishing.mute(await this.publisher(socket), request);
    return {};
  }

  @OnRequest('feed:remove-track', TrackDto, 'feed:publish')
  async removeTrack(socket: LiveSocket, request: TrackDto): Promise<EmptyDto> {
    await this.publishing.remove(await this.publisher(socket), request);
    return {};
  }

  @OnRequest('feed:go-on-air', FeedIdDto, 'feed:go-on-air')
  async goOnAir(socket: LiveSocket, { feedId }: FeedIdDto): Promise<FeedDto> {
    return this.publishing.goOnAir(await this.peers.of(socket), feedId);
  }

  @OnRequest('feed:leave-air', FeedIdDto, 'feed:leave-air')
  async leaveAir(socket: LiveSocket, { feedId }: FeedIdDto): Promise<FeedDto> {
    return this.publishing.leaveAir(await this.peers.of(socket), feedId);
  }

  @OnRequest('feed:close', FeedIdDto, 'feed:publish')
  async close(socket: LiveSocket, { feedId }: FeedIdDto): Promise<EmptyDto> {
    await this.publishing.close(await this.publisher(socket), feedId);
    return {};
  }

  /** @throws {Fault} `forbidden` to an attendee who has no turn to speak */
  private async publisher(socket: LiveSocket): Promise<Peer> {
    const peer = await this.peers.of(socket);
    await this.hands.demandTurn(peer);
    return peer;
  }
}
