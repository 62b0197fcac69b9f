import { EmptyDto, JoinSessionDto, type JoinedDto } from '@manyhalls/contracts';
import { inTurn } from '../live/in-turn';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { JoiningService } from './joining.service';

@LiveGateway()
export class JoiningGateway {
  constructor(private readonly joining: JoiningService) {}

  @OnRequest('session:join', JoinSessionDto, 'session:join')
  async join(socket: LiveSocket, request: JoinSessionDto): Promise<JoinedDto> {
    return inTurn(socket, () => this.joining.join(socket, request));
  }

  @OnRequest('session:leave', EmptyDto, 'session:join')
  async leave(socket: LiveSocket): Promise<EmptyDto> {
    await inTurn(socket, () => this.joining.leave(socket));
    return {};
  }
}
