import { DateTime } from 'luxon';

/** The clock of a moment at a place, as it is written into a field: `10:30`. */
export function toClock(moment: string, timeZone: string): string {
  return DateTime.fromISO(moment, { zone: timeZone }).toFormat('HH:mm');
}

/**
 * The moment meant by a clock time at a place: the one nearest to the middle of the session, which may go on past
 * midnight or be read on the clock of another day.
 * @returns ISO 8601 with the place's offset
 */
export function toMoment(
  clock: string,
  timeZone: string,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): string {
  const middle = (Date.parse(startsAt) + Date.parse(endsAt)) / 2;
  const day = DateTime.fromMillis(middle, { zone: timeZone });
  const moments = [-1, 0, 1].map((days) =>
    DateTime.fromISO(`${day.plus({ days }).toISODate()}T${clock}`, { zone: timeZone }),
  );
  const away = (moment: DateTime) => Math.abs(moment.toMillis() - middle);
  const nearest = moments.reduce((best, moment) => (away(moment) < away(best) ? moment : best));
  const text = nearest.toISO({ suppressMilliseconds: true });
  if (!text) throw new RangeError(`not a time: ${nearest.invalidExplanation}`);
  return text;
}
