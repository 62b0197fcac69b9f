import type { ProgrammeDto, ShowStateDto, StageQuestionDto } from '@manyhalls/contracts';
import { programmeOf } from '@manyhalls/domain';
import { toFeedDto, type Feed } from '../feeds/feed';
import {
  playbackOnProgramme,
  playbackOnStandby,
  toPlaybackDto,
  type GreetingPlayback,
} from '../greetings/playback/playback';
import type { TakenCue } from '../rundown/cue';
import { toShownDto, toShownTakeDto } from '../rundown/cue-views';
import type { Session } from '../sessions/session';

/** Who reads a show state: the audience knows of nothing but what is on programme. */
export type Reader = 'audience' | 'crew';

/** The whole state of one session's show at one version. */
export interface Show extends TakenCue {
  session: Session;
  version: number;
  /** In protocol order, green room included. */
  feeds: Feed[];
  /** Also while it is rehearsed, of which the audience knows nothing: see `programmeFor`. */
  programme: ProgrammeDto;
  /** Of greetings on programme or on standby. */
  playbacks: GreetingPlayback[];
  onStage: StageQuestionDto | null;
}

export function makeShow(parts: Omit<Show, 'programme'>): Show {
  const { session, cue } = parts;
  const feeds = parts.feeds.toSorted((a, b) => rank(session, a) - rank(session, b));
  return { ...parts, feeds, programme: programmeOf(session.status, cue, feeds) };
}

/** The session's order of halls, a hall's slides after its camera, speakers last. Equal ranks stay in order of opening. */
function rank({ venueIds }: Session, { venueId, source }: Feed): number {
  const hall = venueId === null ? -1 : venueIds.indexOf(venueId);
  return (hall < 0 ? venueIds.length : hall) * 2 + (source === 'slides' ? 1 : 0);
}

/** What this reader sees and hears now: a rehearsal is for crew and halls only. */
export function programmeFor({ session, programme }: Show, reader: Reader): ProgrammeDto {
  return knows(reader, session) ? programme : { feedIds: [], layout: 'slate' };
}

export function viewOf(show: Show, reader: Reader, at: Date): ShowStateDto {
  const { session, version, feeds, cue, take, onStage } = show;
  const programme = programmeFor(show, reader);
  const standbyFeedIds = standbyFor(show, reader);
  const shown = [...programme.feedIds, ...standbyFeedIds];
  const seen = reader === 'crew' ? feeds : feeds.filter(({ id }) => shown.includes(id));
  const known = knows(reader, session);
  const playback = known ? playbackOnProgramme(show) : null;
  const standbyPlayback = known ? playbackOnStandby(show) : null;
  return {
    sessionId: session.id,
    version,
    status: session.status,
    programme,
    feeds: seen.map(toFeedDto),
    cue: known && cue ? toShownDto(cue) : null,
    take: known && take ? toShownTakeDto(take) : null,
    playback: playback && toPlaybackDto(playback, reader === 'crew'),
    standbyPlayback: standbyPlayback && toPlaybackDto(standbyPlayback, reader === 'crew'),
    standbyFeedIds,
    // A question that is rehearsed is read by those who rehearse.
    onStage: reader === 'audience' && session.status === 'rehearsing' ? null : onStage,
    at: at.toISOString(),
  };
}

const knows = (reader: Reader, { status }: Session) => reader === 'crew' || status === 'live';

/** What GO would put on programme that is not there now. */
export function standbyFor({ session, feeds, programme, standby }: Show, reader: Reader): string[] {
  if (!standby || !knows(reader, session)) return [];
  const { feedIds } = programmeOf(session.status, standby, feeds);
  return feedIds.filter((id) => !programme.feedIds.includes(id));
}

/** Whether a reader sees the same in both, apart from the version. */
export function looksTheSame(before: Show, after: Show, reader: Reader): boolean {
  const at = new Date(0);
  const look = (show: Show) => JSON.stringify(viewOf({ ...show, version: 0 }, reader, at));
  return look(before) === look(after);
}
