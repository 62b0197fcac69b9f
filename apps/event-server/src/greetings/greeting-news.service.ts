import { Injectable, Logger } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { SessionsService } from '../sessions/sessions.service';
import { inBackground } from '../wire/in-background';
import type { Greeting } from './greeting';
import { GreetingDtos } from './greeting-dtos.service';
import { GreetingNodes } from './greeting-nodes.service';

/** Telling the crew what has become of a greeting, whichever of the event's sessions they are in. */
@Injectable()
export class GreetingNews {
  private readonly logger = new Logger('Greetings');

  constructor(
    private readonly sockets: LiveSockets,
    private readonly sessions: SessionsService,
    private readonly dtos: GreetingDtos,
    nodes: GreetingNodes,
  ) {
    nodes.arrived.subscribe((greeting) => void inBackground(this.logger, () => this.changed(greeting)));
  }

  async changed(greeting: Greeting): Promise<void> {
    this.sockets.tell(await this.crewOf(greeting), 'greeting:changed', this.dtos.of(greeting));
  }

  async removed(greeting: Greeting): Promise<void> {
    this.sockets.tell(await this.crewOf(greeting), 'greeting:removed', { greetingId: greeting.id });
  }

  private async crewOf({ eventId }: Greeting): Promise<string[]> {
    return (await this.sessions.ofEvent(eventId)).map(({ id }) => rooms.crew(id));
  }
}
