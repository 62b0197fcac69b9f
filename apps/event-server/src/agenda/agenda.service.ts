import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import {
  Fault,
  type LiveEventDto,
  type LiveEventSummaryDto,
  type UpdateLiveEventDto,
} from '@manyhalls/contracts';
import type { LiveEvent } from '../live-events/live-event';
import { LiveEventsService } from '../live-events/live-events.service';
import { toSessionDto } from '../sessions/session';
import { SessionsService } from '../sessions/sessions.service';
import { isWithinDays } from '../sessions/within-days';
import { toVenueDto } from '../venues/venue';
import { VenuesService } from '../venues/venues.service';

/** An event with its halls and sessions, put together for whoever reads it. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly liveEvents: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly sessions: SessionsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async of(event: LiveEvent): Promise<LiveEventDto> {
    const [venues, sessions] = await Promise.all([
      this.venues.ofEvent(event.id),
      this.sessions.ofEvent(event.id),
    ]);
    return {
      ...summaryOf(event),
      version: event.version,
      description: event.description,
      languages: event.languages,
      coHosts: event.coHosts,
      consent: event.consent,
      registrationOpen: event.registrationOpen,
      moderatorsSeeAnonymous: event.moderatorsSeeAnonymous,
      venues: venues.map(toVenueDto),
      sessions: sessions.map(toSessionDto),
    };
  }

  /**
   * Changes an event's own facts.
   * @throws {Fault} `conflict` with the present version when somebody else was faster, or with the sessions that would
   *   be left outside the event's days; `not-found`, `bad-request`
   */
  async update(eventId: string, change: UpdateLiveEventDto): Promise<LiveEventDto> {
    const event = await this.manager.transaction(async (manager) => {
      const changed = await this.liveEvents.update(manager, eventId, change);
      const outside = (await this.sessions.ofEvent(eventId, manager)).filter(
        ({ startsAt, endsAt }) =>
          !isWithinDays({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, changed),
      );
      if (outside.length > 0)
        throw new Fault('conflict', 'sessions would be left outside these days', {
          sessionIds: outside.map(({ id }) => id),
        });
      return changed;
    });
    return this.of(event);
  }
}

export function summaryOf({ id, slug, title, firstDay, lastDay }: LiveEvent): LiveEventSummaryDto {
  return { id, slug, title, firstDay, lastDay };
}
