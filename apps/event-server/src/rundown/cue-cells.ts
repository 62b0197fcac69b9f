import type { CueSpeakerDto, Language, PickDto } from '@manyhalls/contracts';
import { localize } from '@manyhalls/domain';
import type { Greeting } from '../greetings/greeting';
import type { Venue } from '../venues/venue';

/** What cues name by id. */
export interface CueSources {
  venues: readonly Pick<Venue, 'id' | 'key'>[];
  greetings: readonly Pick<Greeting, 'id' | 'speaker'>[];
}

/** In order of precedence; what is not written in this language comes in another one. */
export function inOneLine(speakers: readonly CueSpeakerDto[], language: Language): string {
  return speakers
    .map(({ name, title, institution }) =>
      [name, title, institution].flatMap((text) => (text ? localize(text, language).words : [])).join(', '),
    )
    .join('; ');
}

/** "tokyo camera; osaka slides" */
export function picked(picks: readonly PickDto[], { venues }: CueSources): string | null {
  const one = ({ venueId, source }: PickDto) =>
    `${venues.find(({ id }) => id === venueId)?.key ?? '?'} ${source}`;
  return picks.map(one).join('; ') || null;
}

/** Whose greeting it is. */
export function greetingNamed(greetingId: string | null, { greetings }: CueSources): string | null {
  if (greetingId === null) return null;
  const greeting = greetings.find(({ id }) => id === greetingId);
  return greeting ? localize(greeting.speaker.name, 'en').words : '?';
}

/** @param ms milliseconds since 1970, or a date as it was written down */
export const moment = (ms: Date | string | number | null | undefined) =>
  ms === null || ms === undefined ? null : new Date(ms).toISOString();
