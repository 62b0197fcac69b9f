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
export function greetingNamed(greetingId: string, { greetings }: CueSources): string {
  const greeting = greetings.find(({ id }) => id === greetingId);
  return greeting ? localize(greeting.speaker.name, 'en').words : '?';
}

/** @param at in milliseconds since 1970 where it is a number */
export const moment = (at: Date | string | number | null | undefined) =>
  at === null || at === undefined ? null : new Date(at).toISOString();
