import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import type { EntityManager, Repository } from 'typeorm';
import { Fault, type ModerationAction, type StandingDto } from '@manyhalls/contracts';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import type { Participant } from '../participants/participant';
import { ParticipantsService } from '../participants/participants.service';
import { SessionsService } from '../sessions/sessions.service';
import { RevocationService } from '../sign-in/revocation.service';
import type { Ticket } from '../sign-in/ticket';
import { ModerationLog } from './moderation-log.service';
import { StandingEntity } from './standing.entity';

const select = `
  SELECT p.id AS "participantId", p.display_name AS "displayName",
    CASE WHEN s.muted_until > now() THEN s.muted_until END AS "mutedUntil",
    CASE WHEN p.revoked_at IS NOT NULL THEN s.banned_at END AS "bannedAt"
  FROM standings s JOIN participants p ON p.id = s.participant_id`;

/** Who may not write for a while, and who may not come at all. It holds in every session of the event. */
@Injectable()
export class ModerationService {
  /** Who was muted through this server just now. */
  readonly muted = new Subject<{ participantId: string }>();

  constructor(
    @InjectRepository(StandingEntity) private readonly standings: Repository<StandingEntity>,
    private readonly participants: ParticipantsService,
    private readonly sessions: SessionsService,
    private readonly revocation: RevocationService,
    private readonly log: ModerationLog,
    private readonly sockets: LiveSockets,
  ) {}

  /**
   * From now on, as Postgres tells the time; `minutes` 0 lets the person write again.
   * @throws {Fault} `forbidden` for somebody of the crew; `not-found`
   */
  async mute(moderator: Ticket, sessionId: string, id: string, minutes: number): Promise<StandingDto> {
    const { person, eventId } = await this.personIn(sessionId, id);
    if (person.role !== 'attendee') throw new Fault('forbidden', 'only attendees can be muted');
    const standing = await this.change(moderator, sessionId, person, 'moderation:mute', (manager) =>
      manager.query(
        `INSERT INTO standings (participant_id, muted_until)
         VALUES ($1, CASE WHEN $2::int > 0 THEN now() + $2::int * interval '1 minute' END)
         ON CONFLICT (participant_id) DO UPDATE SET muted_until = excluded.muted_until`,
        [id, minutes],
      ),
    );
    const sessions = await this.sessions.ofEvent(eventId);
    this.sockets.tell(
      sessions.map((session) => rooms.participant(session.id, id)),
      'moderation:muted',
      { mutedUntil: standing.mutedUntil },
    );
    if (standing.mutedUntil) this.muted.next({ participantId: id });
    return standing;
  }

  /**
   * Closes everything the person has open, on every server, and lets them in no more.
   * @throws {Fault} `conflict` for oneself; `forbidden` when a moderator bans the crew; `not-found`
   */
  async ban(moderator: Ticket, sessionId: string, id: string): Promise<StandingDto> {
    if (moderator.participantId === id) throw new Fault('conflict', 'nobody can ban themselves');
    const { person } = await this.personIn(sessionId, id);
    if (person.role !== 'attendee' && moderator.role !== 'organiser')
      throw new Fault('forbidden', 'only organisers can ban the crew');
    return this.change(moderator, sessionId, person, 'moderation:ban', async (manager) => {
      // A second ban must not move the moment from which sign-ins are given back.
      await manager.query(
        `INSERT INTO standings (participant_id, banned_at) VALUES ($1, $2)
         ON CONFLICT (participant_id) DO UPDATE SET banned_at = coalesce(standings.banned_at, excluded.banned_at)`,
        [id, new Date()],
      );
      await this.revocation.revokeParticipant(manager, id);
    });
  }

  /**
   * What the ban took is given back; what was taken back by others stays so.
   * @throws {Fault} `not-found`
   */
  async unban(moderator: Ticket, sessionId: string, id: string): Promise<StandingDto> {
    const { person } = await this.personIn(sessionId, id);
    return this.change(moderator, sessionId, person, 'moderation:unban', async (manager) => {
      const standing = await manager.findOne(StandingEntity, {
        where: { participantId: id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!standing?.bannedAt) return;
      await manager.update(StandingEntity, { participantId: id }, { bannedAt: null });
      await this.revocation.restoreParticipant(manager, id, standing.bannedAt);
    });
  }

  /** Whoever is muted or banned now, by name. */
  async list(sessionId: string): Promise<StandingDto[]> {
    const { eventId } = await this.sessions.find(sessionId);
    const rows: StandingRow[] = await this.standings.query(
      `${select} WHERE p.event_id = $1 AND (s.muted_until > now() OR s.banned_at IS NOT NULL)
       ORDER BY p.display_name, p.id`,
      [eventId],
    );
    return rows.map(toDto).filter(({ mutedUntil, bannedAt }) => mutedUntil ?? bannedAt);
  }

  /** Until when this person may not write. */
  async mutedUntil(participantId: string, manager = this.standings.manager): Promise<string | null> {
    const [row]: StandingRow[] = await manager.query(`${select} WHERE p.id = $1`, [participantId]);
    return row ? toDto(row).mutedUntil : null;
  }

  /** @throws {Fault} `forbidden`, with `mutedUntil` in its details */
  async demandNotMuted(participantId: string, manager?: EntityManager): Promise<void> {
    const mutedUntil = await this.mutedUntil(participantId, manager);
    if (mutedUntil)
      throw new Fault('forbidden', 'you were muted for a while', { reason: 'muted', mutedUntil });
  }

  private async change(
    moderator: Ticket,
    sessionId: string,
    { id, displayName }: Participant,
    action: ModerationAction,
    apply: (manager: EntityManager) => Promise<unknown>,
  ): Promise<StandingDto> {
    return this.standings.manager.transaction(async (manager) => {
      await apply(manager);
      await this.log.write(manager, { sessionId, moderator, action, subject: displayName, subjectId: id });
      const [row]: StandingRow[] = await manager.query(`${select} WHERE p.id = $1`, [id]);
      return row ? toDto(row) : { participantId: id, displayName, mutedUntil: null, bannedAt: null };
    });
  }

  /** To a moderator of one event, people of another do not exist. */
  private async personIn(sessionId: string, id: string): Promise<{ person: Participant; eventId: string }> {
    const [{ eventId }, person] = await Promise.all([
      this.sessions.find(sessionId),
      this.participants.find(id),
    ]);
    if (person.eventId !== eventId) throw new Fault('not-found', 'there is no such participant');
    return { person, eventId };
  }
}

interface StandingRow {
  participantId: string;
  displayName: string;
  mutedUntil: Date | null;
  bannedAt: Date | null;
}

function toDto({ mutedUntil, bannedAt, ...person }: StandingRow): StandingDto {
  return {
    ...person,
    mutedUntil: mutedUntil?.toISOString() ?? null,
    bannedAt: bannedAt?.toISOString() ?? null,
  };
}
