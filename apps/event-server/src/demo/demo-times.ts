import type { DemoSession } from './demo-event';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const jstMs = 9 * hourMs;

/** When the demo takes place if it starts now: from the last full hour on. */
export function timesFrom(
  now: Date,
  { startsAfter, endsAfter }: DemoSession,
): { startsAt: string; endsAt: string } {
  const start = Math.floor(now.getTime() / hourMs) * hourMs;
  const at = (minutes: number) => new Date(start + minutes * minuteMs).toISOString();
  return { startsAt: at(startsAfter), endsAt: at(endsAfter) };
}

/** The days these stretches of time fall on in Tokyo, the easternmost hall. */
export function daysOf(times: readonly { startsAt: string; endsAt: string }[]): {
  firstDay: string;
  lastDay: string;
} {
  const days = times
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .map((time) => new Date(Date.parse(time) + jstMs).toISOString().slice(0, 10))
    .toSorted();
  const [firstDay] = days;
  const lastDay = days.at(-1);
  if (!firstDay || !lastDay) throw new RangeError('no times');
  return { firstDay, lastDay };
}
