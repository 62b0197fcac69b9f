import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import {
  Fault,
  type CreateSessionDto,
  type SessionStatus,
  type UpdateSessionDto,
} from '@manyhalls/contracts';
import { localize } from '@manyhalls/domain';
import { LiveEventsService } from '../live-events/live-events.service';
import { ParticipantsService } from '../participants/participants.service';
import { VenuesService } from '../venues/venues.service';
import type { Session } from './session';
import { SessionEntity, SessionModeratorEntity, SessionVenueEntity } from './session.entity';
import { isWithinDays } from './within-days';

const relations = { venues: true, moderators: true } as const;

@Injectable()
export class SessionsService {
  constructor(
    @InjectRepository(SessionEntity) private readonly sessions: Repository<SessionEntity>,
    private readonly liveEvents: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly participants: ParticipantsService,
  ) {}

  /** @throws {Fault} `not-found` */
  async find(id: string, manager: EntityManager = this.sessions.manager): Promise<Session> {
    // `findOne` would ask twice for a row with relations, and GO waits for this.
    const [row] = await manager.find(SessionEntity, { where: { id }, relations });
    return toSession(found(row ?? null));
  }

  /** @throws {Fault} `not-found` */
  async statusOf(id: string, manager: EntityManager = this.sessions.manager): Promise<SessionStatus> {
    const select = { id: true, status: true } as const;
    return found(await manager.findOne(SessionEntity, { where: { id }, select })).status;
  }

  /** By start, then title. */
  async ofEvent(eventId: string, manager: EntityManager = this.sessions.manager): Promise<Session[]> {
    const rows = await manager.find(SessionEntity, {
      where: { eventId },
      relations,
    });
    const title = (session: Session) => localize(session.title, 'en').words;
    return rows
      .map(toSession)
      .toSorted(
        (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || title(a).localeCompare(title(b)),
      );
  }

  /** @throws {Fault} `bad-request`, `not-found` */
  async create(eventId: string, dto: CreateSessionDto): Promise<Session> {
    const id = randomUUID();
    await this.demandPeopleAndHalls(eventId, dto);
    await this.sessions.manager.transaction(async (manager) => {
      const session = manager.create(SessionEntity, { id, eventId, status: 'scheduled' });
      await this.write(manager, session, dto);
    });
    return this.find(id);
  }

  /**
   * Fields left out stay as they are.
   * @throws {Fault} `conflict` when a hall would be taken out of a live session; `bad-request`, `not-found`
   */
  async update(eventId: string, id: string, change: UpdateSessionDto): Promise<Session> {
    await this.demandPeopleAndHalls(eventId, change);
    await this.sessions.manager.transaction(async (manager) => {
      const session = await this.lock(manager, eventId, id);
      if (session.status === 'live' && change.venueIds && !keepsAll(session.venues, change.venueIds))
        throw new Fault('conflict', 'a hall cannot be taken out of a live session');
      await this.write(manager, session, change);
    });
    return this.find(id);
  }

  /** @throws {Fault} `conflict` while people are in it; `not-found` */
  async remove(eventId: string, id: string): Promise<void> {
    await this.sessions.manager.transaction(async (manager) => {
      const { status } = await this.lock(manager, eventId, id);
      if (status === 'live' || status === 'rehearsing')
        throw new Fault('conflict', `the session is ${status}: end it first`, { status });
      await manager.delete(SessionEntity, { id });
    });
  }

  /** Only writes it down: whether the step is allowed, and who is told, is the show's matter. */
  async setStatus(manager: EntityManager, id: string, status: SessionStatus): Promise<void> {
    await manager.update(SessionEntity, { id }, { status });
  }

  /** Before the transaction, which holds one connection and must not wait for a second one. */
  private async demandPeopleAndHalls(
    eventId: string,
    { venueIds, moderatorIds }: UpdateSessionDto,
  ): Promise<void> {
    if (venueIds) await this.venues.demand(eventId, venueIds);
    if (moderatorIds) await this.participants.demand(eventId, moderatorIds, 'moderator');
  }

  private async lock(manager: EntityManager, eventId: string, id: string): Promise<SessionEntity> {
    // Postgres cannot lock the far side of an outer join, so the row is locked first and read whole after.
    found(
      await manager.findOne(SessionEntity, { where: { id, eventId }, lock: { mode: 'pessimistic_write' } }),
    );
    return found(await manager.findOne(SessionEntity, { where: { id }, relations }));
  }

  private async write(
    manager: EntityManager,
    session: SessionEntity,
    change: UpdateSessionDto,
  ): Promise<void> {
    if (change.title) session.title = change.title;
    if (change.kind) session.kind = change.kind;
    if (change.startsAt) session.startsAt = new Date(change.startsAt);
    if (change.endsAt) session.endsAt = new Date(change.endsAt);
    if (change.venueIds) {
      session.venues = change.venueIds.map((venueId, index) =>
        manager.create(SessionVenueEntity, { sessionId: session.id, venueId, position: index + 1 }),
      );
    }
    if (change.moderatorIds) {
      session.moderators = change.moderatorIds.map((participantId, index) =>
        manager.create(SessionModeratorEntity, { sessionId: session.id, participantId, position: index + 1 }),
      );
    }
    if (session.startsAt >= session.endsAt)
      throw new Fault('bad-request', 'the session ends before it starts', { field: 'endsAt' });
    // Locked, so that the event's days do not shrink at the same moment.
    if (!isWithinDays(session, await this.liveEvents.lock(manager, session.eventId)))
      throw new Fault('bad-request', "the session is outside the event's days", { field: 'startsAt' });
    await manager.save(session);
  }
}

function found(session: SessionEntity | null): SessionEntity {
  if (!session) throw new Fault('not-found', 'there is no such session');
  return session;
}

function keepsAll(present: SessionVenueEntity[], next: string[]): boolean {
  return present.every(({ venueId }) => next.includes(venueId));
}

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

function toSession({ venues, moderators, startsAt, endsAt, ...session }: SessionEntity): Session {
  return {
    ...session,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    venueIds: venues.toSorted(byPosition).map(({ venueId }) => venueId),
    moderatorIds: moderators.toSorted(byPosition).map(({ participantId }) => participantId),
  };
}
