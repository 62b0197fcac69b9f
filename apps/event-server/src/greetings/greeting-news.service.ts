import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { SessionsService } from '../sessions/sessions.service';
import type { Greeting } from './greeting';
import { toGreetingDto } from './greeting-views';

/** Telling the crew what has become of a greeting, whichever of the event's sessions they are in. */
@Injectable()
export class GreetingNews {
  constructor(
    private readonly sockets: LiveSockets,
    private readonly sessions: SessionsService,
  ) {}

  async changed(greeting: Greeting): Promise<void> {
    this.sockets.tell(await this.crewOf(greeting), 'greeting:changed', toGreetingDto(greeting));
  }

  async removed(greeting: Greeting): Promise<void> {
    this.sockets.tell(await this.crewOf(greeting), 'greeting:removed', { greetingId: greeting.id });
  }

  private async crewOf({ eventId }: Greeting): Promise<string[]> {
    return (await this.sessions.ofEvent(eventId)).map(({ id }) => rooms.crew(id));
  }
}
