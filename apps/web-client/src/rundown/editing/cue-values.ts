import type { CueContentDto, CueSpeakerDto, PickDto, SessionDto, VenueDto } from '@manyhalls/contracts';
import type { CueType } from '@manyhalls/contracts/rundown/cue-type';
import type { Layout } from '@manyhalls/contracts/show/layout';
import { fromWords, isEmpty, noWords, toWords, type Words } from '../../forms/words';
import { readLength, writeLength } from './cue-length';
import { toClock, toMoment } from './hard-start';

export interface SpeakerValues {
  name: Words;
  title: Words;
  institution: Words;
}

/** A cue while it is being written. */
export interface CueValues {
  type: CueType;
  title: Words;
  speakers: SpeakerValues[];
  length: string;
  start: 'linked' | 'hard';
  /** Of a hard start, on the clock of `timeZone`. */
  clock: string;
  timeZone: string;
  layout: Layout;
  picks: PickDto[];
  greetingId: string | null;
  notes: string;
}

export const noSpeaker: SpeakerValues = { name: noWords, title: noWords, institution: noWords };

/** @param cue `null`: a new one */
export function toValues(
  cue: CueContentDto | null,
  session: Pick<SessionDto, 'startsAt'>,
  venues: readonly VenueDto[],
): CueValues {
  const timeZone = venues[0]?.timeZone ?? 'UTC';
  return {
    type: cue?.type ?? 'speech',
    title: toWords(cue?.title),
    speakers: cue?.speakers.map(toSpeakerValues) ?? [],
    length: writeLength(cue?.lengthSeconds ?? 300),
    start: cue?.startsAt ? 'hard' : 'linked',
    clock: toClock(cue?.startsAt ?? session.startsAt, timeZone),
    timeZone,
    layout: cue?.layout ?? 'all-halls',
    // A hall that takes no part any more has no picture.
    picks: cue?.picks.filter(({ venueId }) => venues.some(({ id }) => id === venueId)) ?? [],
    greetingId: cue?.greetingId ?? null,
    notes: cue?.notes ?? '',
  };
}

export const toSpeakerValues = ({ name, title, institution }: CueSpeakerDto): SpeakerValues => ({
  name: toWords(name),
  title: toWords(title),
  institution: toWords(institution),
});

/** Whether a cue says itself how its pictures are put together: a greeting is shown alone. */
export const takesLayout = ({ type }: Pick<CueValues, 'type'>) => type !== 'greeting';

/** Whether a cue says itself whose pictures it shows. */
export const takesPicks = ({ type, layout }: Pick<CueValues, 'type' | 'layout'>) =>
  takesLayout({ type }) && layout !== 'slate';

/** What is sent. @param values that passed the form's checks */
export function fromValues(
  values: CueValues,
  session: Pick<SessionDto, 'startsAt' | 'endsAt'>,
): CueContentDto {
  const { type, title, speakers, length, start, clock, timeZone, layout, picks, greetingId, notes } = values;
  return {
    type,
    title: fromWords(title),
    speakers: speakers.map(fromSpeakerValues),
    startsAt: start === 'hard' ? toMoment(clock, timeZone, session) : null,
    lengthSeconds: readLength(length) ?? 1,
    layout: takesLayout(values) ? layout : 'single',
    picks: takesPicks(values) ? picks : [],
    greetingId: type === 'greeting' ? greetingId : null,
    notes,
  };
}

function fromSpeakerValues({ name, title, institution }: SpeakerValues): CueSpeakerDto {
  return {
    name: fromWords(name),
    ...(!isEmpty(title) && { title: fromWords(title) }),
    ...(!isEmpty(institution) && { institution: fromWords(institution) }),
  };
}
