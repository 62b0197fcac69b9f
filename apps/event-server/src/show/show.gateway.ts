import { ChangeStatusDto, EmptyDto, type ShowStateDto } from '@manyhalls/contracts';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { demandSameEvent } from '../live/same-event';
import { isAudience } from '../peers/peer';
import { PeersService } from '../peers/peers.service';
import { SessionsService } from '../sessions/sessions.service';
import { viewOf } from './show';
import { ShowService } from './show.service';
import { StatusService } from './status.service';

@LiveGateway()
export class ShowGateway {
  constructor(
    private readonly shows: ShowService,
    private readonly statuses: StatusService,
    private readonly peers: PeersService,
    private readonly sessions: SessionsService,
  ) {}

  @OnRequest('show:read', EmptyDto, 'session:join')
  async read(socket: LiveSocket): Promise<ShowStateDto> {
    const peer = await this.peers.of(socket);
    const show = await this.shows.read(peer.sessionId);
    return viewOf(show, isAudience(peer) ? 'audience' : 'crew', new Date());
  }

  @OnRequest('session:change-status', ChangeStatusDto, 'session:control')
  async changeStatus(socket: LiveSocket, request: ChangeStatusDto): Promise<ShowStateDto> {
    const { ticket } = socket.data;
    demandSameEvent(ticket, await this.sessions.find(request.sessionId));
    return viewOf(await this.statuses.change(ticket, request), 'crew', new Date());
  }
}
