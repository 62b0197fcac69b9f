import {
  ConsumerIdDto,
  TuneTrackDto,
  WatchTracksDto,
  type EmptyDto,
  type WatchedTrack,
} from '@manyhalls/contracts';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { PeersService } from '../peers/peers.service';
import { WatchingService } from './watching.service';

@LiveGateway()
export class WatchingGateway {
  constructor(
    private readonly peers: PeersService,
    private readonly watching: WatchingService,
  ) {}

  @OnRequest('feed:watch', WatchTracksDto, 'feed:watch')
  async watch(socket: LiveSocket, request: WatchTracksDto): Promise<WatchedTrack[]> {
    return this.watching.watch(await this.peers.of(socket), request);
  }

  @OnRequest('feed:tune', TuneTrackDto, 'feed:watch')
  async tune(socket: LiveSocket, request: TuneTrackDto): Promise<EmptyDto> {
    await this.watching.tune(await this.peers.of(socket), request);
    return {};
  }

  @OnRequest('feed:unwatch', ConsumerIdDto, 'feed:watch')
  async unwatch(socket: LiveSocket, { consumerId }: ConsumerIdDto): Promise<EmptyDto> {
    await this.watching.unwatch(await this.peers.of(socket), consumerId);
    return {};
  }
}
