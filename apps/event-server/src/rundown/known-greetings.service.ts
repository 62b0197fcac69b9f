import { Injectable } from '@nestjs/common';
import { Fault } from '@manyhalls/contracts';

/** The greetings that a cue may name: those of the same event. */
@Injectable()
export class KnownGreetings {
  /** @throws {Fault} `bad-request` */
  async demand(_eventId: string, greetingId: string | null): Promise<void> {
    if (greetingId !== null)
      throw new Fault('bad-request', 'there is no such greeting in this event', { field: 'greetingId' });
  }
}
