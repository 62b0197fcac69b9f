import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type RegistrationDto } from '@manyhalls/contracts';
import { LiveEventsService } from '../live-events/live-events.service';
import { ParticipantsService } from '../participants/participants.service';
import { SignInsService, type OpenedSignIn } from '../sign-in/sign-ins.service';

/** Attendees come by themselves: they say who they are, agree, and are in. */
@Injectable()
export class RegistrationService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly liveEvents: LiveEventsService,
    private readonly participants: ParticipantsService,
    private readonly signIns: SignInsService,
  ) {}

  /** @throws {Fault} `forbidden` when registration is closed; `conflict` when the consent text is a newer one. */
  async register(slug: string, { consentVersion, ...person }: RegistrationDto): Promise<OpenedSignIn> {
    const event = await this.liveEvents.findBySlug(slug);
    if (!event.registrationOpen) throw new Fault('forbidden', 'registration is closed');
    if (event.consent.version !== consentVersion)
      throw new Fault('conflict', 'the consent text has changed: read it again', { consent: event.consent });
    return this.manager.transaction(async (manager) => {
      const { id } = await this.participants.create(manager, {
        ...person,
        eventId: event.id,
        role: 'attendee',
        venueId: null,
        consentVersion,
        consentedAt: new Date(),
      });
      return this.signIns.open(manager, id);
    });
  }
}
