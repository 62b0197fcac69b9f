import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { maySessionBecome } from '@manyhalls/domain';
import { Config } from '../config/config';
import { InvitationsService } from '../invitations/invitations.service';
import type { LiveEvent } from '../live-events/live-event';
import { LiveEventsService } from '../live-events/live-events.service';
import type { Session } from '../sessions/session';
import { SessionsService } from '../sessions/sessions.service';
import { ShowService } from '../show/show.service';
import { StatusService } from '../show/status.service';
import type { Venue } from '../venues/venue';
import { VenuesService } from '../venues/venues.service';
import { demoEditor } from './demo-editor';
import { demoEvent, demoInvitations, demoSessions, demoVenues } from './demo-event';
import { DemoRundown } from './demo-rundown.service';
import { daysOf, timesFrom } from './demo-times';

export interface DemoSeed {
  venues: Venue[];
  plenary: Session;
  /** For the newcomer, by role. */
  links: { label: string; link: string }[];
}

type Days = Pick<LiveEvent, 'firstDay' | 'lastDay'>;

/**
 * Makes the demo event through the services that organisers use, or finds what is there of it. An event of an earlier
 * day is moved to today.
 */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly config: Config,
    private readonly events: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly sessions: SessionsService,
    private readonly invitations: InvitationsService,
    private readonly shows: ShowService,
    private readonly statuses: StatusService,
    private readonly rundown: DemoRundown,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async seed(now: Date): Promise<DemoSeed> {
    const days = daysOf(demoSessions.map((session) => timesFrom(now, session)));
    const event = await this.findOrMakeEvent(days);
    const venues = await this.findOrMakeVenues(event.id);
    const { sessions, moved } = await this.findOrMakeSessions(event, days, venues, now);
    const [plenary] = sessions;
    if (!plenary) throw new Error('the demo has no plenary');
    await this.rundown.findOrWrite(plenary, venues);
    await this.goLive(plenary);
    if (moved) await this.rundown.restart(plenary);
    return { venues, plenary, links: await this.invite(event, venues) };
  }

  private async findOrMakeEvent(days: Days): Promise<LiveEvent> {
    try {
      return await this.events.findBySlug(demoEvent.slug);
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'not-found')) throw error;
    }
    return this.events.create({ ...demoEvent, ...days });
  }

  private async findOrMakeVenues(eventId: string): Promise<Venue[]> {
    const present = await this.venues.ofEvent(eventId);
    const venues: Venue[] = [];
    for (const { clip: _, ...wanted } of demoVenues)
      venues.push(
        present.find(({ key }) => key === wanted.key) ?? (await this.venues.create(eventId, wanted)),
      );
    return venues;
  }

  private async findOrMakeSessions(
    event: LiveEvent,
    days: Days,
    venues: Venue[],
    now: Date,
  ): Promise<{ sessions: Session[]; moved: boolean }> {
    const present = await this.sessions.ofEvent(event.id);
    const isOver = present.some(({ kind, endsAt }) => kind === 'plenary' && new Date(endsAt) <= now);
    // Wide enough for the old times and the new ones.
    if (isOver)
      await this.setDays(event.id, daysOf([...present, ...demoSessions.map((one) => timesFrom(now, one))]));
    const sessions: Session[] = [];
    for (const wanted of demoSessions) {
      const { title, kind, halls } = wanted;
      const found = present.find((session) => session.title.en === title.en);
      const venueIds = venues.filter(({ key }) => halls.includes(key)).map(({ id }) => id);
      const times = timesFrom(now, wanted);
      if (!found) sessions.push(await this.sessions.create(event.id, { title, kind, venueIds, ...times }));
      else sessions.push(isOver ? await this.sessions.update(event.id, found.id, times) : found);
    }
    if (isOver) await this.setDays(event.id, days);
    return { sessions, moved: isOver };
  }

  private async setDays(eventId: string, days: Days): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const { version } = await this.events.lock(manager, eventId);
      await this.events.update(manager, eventId, { version, ...days });
    });
  }

  /** A newcomer finds the halls live, whatever was done with the plenary before. */
  private async goLive({ id: sessionId, status }: Session): Promise<void> {
    if (!maySessionBecome(status, 'live')) return;
    const { version } = await this.shows.read(sessionId);
    await this.statuses.change(demoEditor, { sessionId, status: 'live', version });
  }

  private async invite(event: LiveEvent, venues: Venue[]): Promise<DemoSeed['links']> {
    const links = [{ label: 'Attendee', link: `${this.config.publicUrl}/events/${event.slug}` }];
    for (const { label, hall, ...person } of demoInvitations) {
      const venueId = hall && venues.find(({ key }) => key === hall)?.id;
      const { link } = await this.invitations.inviteOnce(
        event.id,
        { ...person, ...(venueId && { venueId }) },
        `demo ${event.id} ${label}`,
      );
      links.push({ label, link });
    }
    return links;
  }
}
