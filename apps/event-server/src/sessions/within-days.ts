/** Whether a stretch of time lies within an event's days, reading the days in whatever zone is kindest. */
export function isWithinDays(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): boolean {
  // The first zone to reach a day is UTC+14, the last one to leave it UTC-12.
  return (
    startsAt.getTime() >= Date.parse(`${firstDay}T00:00:00+14:00`) &&
    endsAt.getTime() <= Date.parse(`${lastDay}T24:00:00-12:00`)
  );
}
