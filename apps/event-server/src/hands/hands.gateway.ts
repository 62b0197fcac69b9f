import {
  EmptyDto,
  MoveHandDto,
  RaiseHandDto,
  type HandDto,
  type HandListDto,
  type OwnHandDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { HandsService } from './hands.service';

@LiveGateway()
export class HandsGateway {
  constructor(private readonly hands: HandsService) {}

  @OnRequest('hand:list', EmptyDto, 'session:join')
  async list(socket: LiveSocket): Promise<HandListDto> {
    return this.hands.list(socket.data.ticket, joinedSession(socket));
  }

  @OnRequest('hand:raise', RaiseHandDto, 'hand:raise')
  async raise(socket: LiveSocket, { words }: RaiseHandDto): Promise<OwnHandDto> {
    return this.hands.raise(socket.data.ticket, joinedSession(socket), words);
  }

  @OnRequest('hand:lower', EmptyDto, 'hand:raise')
  async lower(socket: LiveSocket): Promise<EmptyDto> {
    await this.hands.lower(socket.data.ticket.participantId, joinedSession(socket));
    return {};
  }

  @OnRequest('hand:move', MoveHandDto, 'hand:moderate')
  async move(socket: LiveSocket, request: MoveHandDto): Promise<HandDto> {
    return this.hands.move(socket.data.ticket, joinedSession(socket), request);
  }
}
