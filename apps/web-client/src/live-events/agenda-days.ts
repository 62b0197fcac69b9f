import type { SessionDto } from '@manyhalls/contracts';
import { dayAt } from '../i18n/times';

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

/** The agenda by day and start. Days are those of the first hall in protocol order. */
export function agendaDays(sessions: readonly SessionDto[], timeZone: string): AgendaDay[] {
  const days: AgendaDay[] = [];
  const byStart = [...sessions].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
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
