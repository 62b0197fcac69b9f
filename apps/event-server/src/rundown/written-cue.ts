import { Fault, type CueContentDto, type CueSpeakerDto } from '@manyhalls/contracts';
import type { Session } from '../sessions/session';
import { cleanLocalized } from '../wire/clean-localized';
import { cleanText } from '../wire/clean-text';
import type { Cue } from './cue';

export type WrittenCue = Pick<Cue, keyof CueContentDto>;

/**
 * What a crew wrote of a cue, as it is stored.
 * @throws {Fault} `bad-request` for a hall that does not take part, a greeting in a cue that plays none or beside other
 * pictures, and words of which nothing is left to be read
 */
export function writtenCue(dto: CueContentDto, { venueIds }: Session): WrittenCue {
  const { type, title, speakers, startsAt, lengthSeconds, layout, picks, greetingId, notes } = dto;
  if (!picks.every(({ venueId }) => venueIds.includes(venueId)))
    throw new Fault('bad-request', 'a hall that is picked does not take part in this session', {
      field: 'picks',
    });
  if (type === 'greeting' && (layout !== 'single' || picks.length > 0))
    throw new Fault('bad-request', 'a greeting is shown alone', { field: 'layout' });
  if (greetingId !== null && type !== 'greeting')
    throw new Fault('bad-request', 'only a greeting cue plays a greeting', { field: 'greetingId' });
  return {
    type,
    title: cleanLocalized(title),
    speakers: speakers.map(cleanSpeaker),
    startsAt: startsAt === null ? null : new Date(startsAt),
    lengthSeconds,
    layout,
    picks: picks.map(({ venueId, source }) => ({ venueId, source })),
    greetingId,
    notes: cleanText(notes),
  };
}

function cleanSpeaker({ name, title, institution }: CueSpeakerDto): CueSpeakerDto {
  return {
    name: cleanLocalized(name),
    ...(title && { title: cleanLocalized(title) }),
    ...(institution && { institution: cleanLocalized(institution) }),
  };
}
