import { EmptyDto, GoDto, HoldDto, StandbyDto, type TakeDto } from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { TakeHolding } from './holding.service';
import { CueTaking } from './taking.service';

@LiveGateway()
export class TakingGateway {
  constructor(
    private readonly taking: CueTaking,
    private readonly holding: TakeHolding,
  ) {}

  @OnRequest('cue:standby', StandbyDto, 'cue:take')
  async standby(socket: LiveSocket, { cueId }: StandbyDto): Promise<EmptyDto> {
    await this.taking.standby(joinedSession(socket), cueId);
    return {};
  }

  @OnRequest('cue:go', GoDto, 'cue:take')
  async go(socket: LiveSocket, request: GoDto): Promise<TakeDto> {
    return this.taking.go(socket.data.ticket, joinedSession(socket), request);
  }

  @OnRequest('cue:hold', HoldDto, 'cue:take')
  async hold(socket: LiveSocket, request: HoldDto): Promise<TakeDto> {
    return this.holding.hold(joinedSession(socket), request);
  }
}
