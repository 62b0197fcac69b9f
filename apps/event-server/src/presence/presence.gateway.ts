import { EmptyDto, type PresentPersonDto } from '@manyhalls/contracts';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { PeersService } from '../peers/peers.service';
import { PresenceService } from './presence.service';

@LiveGateway()
export class PresenceGateway {
  constructor(
    private readonly peers: PeersService,
    private readonly presence: PresenceService,
  ) {}

  @OnRequest('presence:list', EmptyDto, 'presence:list')
  async list(socket: LiveSocket): Promise<PresentPersonDto[]> {
    return this.presence.list((await this.peers.of(socket)).sessionId);
  }
}
