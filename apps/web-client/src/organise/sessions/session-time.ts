import { DateTime } from 'luxon';

/** When a session is, as it is written into the form: on one hall's clock. */
export interface WrittenTime {
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  start: string;
  /** `HH:MM`; not after the start: on the next day. */
  end: string;
}

/** The moments meant by a written time at a place, ISO 8601 with the place's offset. */
export function toMoments({ day, start, end }: WrittenTime, timeZone: string) {
  const starts = DateTime.fromISO(`${day}T${start}`, { zone: timeZone });
  const sameDay = DateTime.fromISO(`${day}T${end}`, { zone: timeZone });
  const ends = sameDay > starts ? sameDay : sameDay.plus({ days: 1 });
  return { startsAt: write(starts), endsAt: write(ends) };
}

export function toWrittenTime(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  timeZone: string,
): WrittenTime {
  const starts = DateTime.fromISO(startsAt, { zone: timeZone });
  const ends = DateTime.fromISO(endsAt, { zone: timeZone });
  return { day: starts.toFormat('yyyy-MM-dd'), start: starts.toFormat('HH:mm'), end: ends.toFormat('HH:mm') };
}

/** Every day from the first to the last, `YYYY-MM-DD`. */
export function daysOf({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string[] {
  const days: string[] = [];
  const last = DateTime.fromISO(lastDay, { zone: 'utc' });
  for (let day = DateTime.fromISO(firstDay, { zone: 'utc' }); day <= last; day = day.plus({ days: 1 }))
    days.push(day.toFormat('yyyy-MM-dd'));
  return days;
}

function write(moment: DateTime): string {
  const text = moment.toISO({ suppressMilliseconds: true });
  if (!text) throw new RangeError(`not a time: ${moment.invalidExplanation}`);
  return text;
}
