import type { Language, LocalizedTextDto } from '@manyhalls/contracts';

/** Locales whose dates cannot be misread: the month is always a word or marked as one. */
const locales: Record<Language, string> = { zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' };

/** `2020-07-30` as "Thursday, 30 July 2020". A calendar day has no zone. */
export function writeDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** First and last day as "30 – 31 July 2020"; one day stands alone. */
export function writeDays(first: string, last: string, language: Language): string {
  const [from, to] = [new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)];
  const day = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const whole = new Intl.DateTimeFormat(locales[language], { year: 'numeric', ...day });
  if (first === last) return whole.format(from);
  if (language === 'en' || language === 'ko') return whole.formatRange(from, to);
  // Their ranges come out as bare figures, 2020/07/30～2020/07/31.
  const sameYear = from.getUTCFullYear() === to.getUTCFullYear();
  const end = sameYear ? new Intl.DateTimeFormat(locales[language], day) : whole;
  return `${whole.format(from)}${language === 'zh' ? '至' : '～'}${end.format(to)}`;
}

/** By time zone. One takes a millisecond to make, and each change of the programme writes the clocks of all halls. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a place, `09:30`. */
export function writeClock(at: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  clocks.set(timeZone, clock);
  return clock.format(at);
}

/** A moment in full for one place: day, time and the zone's name. */
export function writeMoment(at: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}

/** The calendar day of a moment at a place, `YYYY-MM-DD`. */
export function dayAt(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).format(at);
}

export interface PlaceInTime {
  city: LocalizedTextDto;
  timeZone: string;
}

/** When something is, on the clocks of one or more cities that agree. */
export interface LocalTime {
  /** Empty: the viewer's own place. */
  cities: LocalizedTextDto[];
  start: string;
  end: string;
  /** Days from the agenda's day to the day it starts here: −1, 0 or 1. */
  dayShift: number;
}

/**
 * A period on the clocks of all halls, halls that read the same time together; the viewer's own clock last,
 * when it reads differently from all of them.
 * @param day the calendar day under which the period is listed, `YYYY-MM-DD`
 */
export function localTimes(
  period: { startsAt: string; endsAt: string },
  day: string,
  places: readonly PlaceInTime[],
  viewerZone: string,
): LocalTime[] {
  const starts = new Date(period.startsAt);
  const ends = new Date(period.endsAt);
  const times: LocalTime[] = [];
  const add = (timeZone: string, city?: LocalizedTextDto) => {
    const start = writeClock(starts, timeZone);
    const end = writeClock(ends, timeZone);
    const dayShift = Math.sign(Date.parse(dayAt(starts, timeZone)) - Date.parse(day));
    const same = times.find((time) => time.start === start && time.dayShift === dayShift);
    if (!same) times.push({ cities: city ? [city] : [], start, end, dayShift });
    else if (city) same.cities.push(city);
  };
  for (const place of places) add(place.timeZone, place.city);
  add(viewerZone);
  return times;
}

/** The zone this device is set to. */
export const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
