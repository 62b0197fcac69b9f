import { EmptyDto, type GreetingDto } from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { SessionsService } from '../sessions/sessions.service';
import { GreetingDtos } from './greeting-dtos.service';
import { GreetingsService } from './greetings.service';

@LiveGateway()
export class GreetingsGateway {
  constructor(
    private readonly greetings: GreetingsService,
    private readonly sessions: SessionsService,
    private readonly dtos: GreetingDtos,
  ) {}

  @OnRequest('greeting:list', EmptyDto, 'rundown:read')
  async list(socket: LiveSocket): Promise<GreetingDto[]> {
    const { eventId } = await this.sessions.find(joinedSession(socket));
    return (await this.greetings.ofEvent(eventId)).map((greeting) => this.dtos.of(greeting));
  }
}
