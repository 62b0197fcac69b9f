import type { SessionDto } from '@manyhalls/contracts';
import { localize } from '@manyhalls/domain';
import { dayAt } from '../i18n/times';

/** "Track 2" before "Track 10". */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Sessions that begin together: one plenary, or several parallel tracks. */
export interface AgendaSlot {
  startsAt: string;
  sessions: SessionDto[];
}

export interface AgendaDay {
  /** `YYYY-MM-DD` in the first hall's zone. */
  day: string;
  slots: AgendaSlot[];
}

/**
 * The agenda by day and start; tracks that begin together by their English title, so that their order is the same for
 * every reader. Days are those of the first hall in protocol order.
 */
export function agendaDays(sessions: readonly SessionDto[], timeZone: string): AgendaDay[] {
  const days: AgendaDay[] = [];
  const byStart = [...sessions].sort(
    (a, b) =>
      Date.parse(a.startsAt) - Date.parse(b.startsAt) ||
      byNumber.compare(localize(a.title, 'en').words, localize(b.title, 'en').words),
  );
  for (const session of byStart) {
    const day = dayAt(new Date(session.startsAt), timeZone);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, slots: [] }));
    const slot = last.slots.at(-1);
    if (slot && Date.parse(slot.startsAt) === Date.parse(session.startsAt)) slot.sessions.push(session);
    else last.slots.push({ startsAt: session.startsAt, sessions: [session] });
  }
  return days;
}
