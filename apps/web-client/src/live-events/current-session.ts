import type { SessionDto, SessionStatus } from '@manyhalls/contracts';

type Timed = Pick<SessionDto, 'status' | 'startsAt' | 'endsAt' | 'venueIds'>;

const urgency: Record<SessionStatus, number> = { live: 0, rehearsing: 1, scheduled: 2, ended: 3 };

/**
 * The session somebody most likely wants now: a live one, one being rehearsed, the next one by time;
 * a session whose time has passed without its being started comes last. None when all have ended.
 * @param venueId only sessions that this hall takes part in
 */
export function currentSession<Session extends Timed>(
  sessions: readonly Session[],
  now: Date,
  venueId: string | null = null,
): Session | null {
  const missed = ({ status, endsAt }: Session) =>
    status === 'scheduled' && Date.parse(endsAt) < now.getTime();
  const rank = (session: Session) => urgency[session.status] + (missed(session) ? 0.5 : 0);
  const candidates = sessions
    .filter(({ status, venueIds }) => status !== 'ended' && (!venueId || venueIds.includes(venueId)))
    .sort((a, b) => rank(a) - rank(b) || Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return candidates[0] ?? null;
}
