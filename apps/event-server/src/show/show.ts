import type { ProgrammeDto, ShowStateDto, StageQuestionDto } from '@manyhalls/contracts';
import { implicitProgramme } from '@manyhalls/domain';
import { toFeedDto, type Feed } from '../feeds/feed';
import type { Session } from '../sessions/session';

/** Who reads a show state: the audience knows of nothing but what is on programme. */
export type Reader = 'audience' | 'crew';

/** The whole state of one session's show at one version. */
export interface Show {
  session: Session;
  version: number;
  /** In protocol order, green room included. */
  feeds: Feed[];
  programme: ProgrammeDto;
  onStage: StageQuestionDto | null;
}

export function makeShow(
  session: Session,
  version: number,
  feeds: Feed[],
  onStage: StageQuestionDto | null,
): Show {
  const ordered = feeds.toSorted((a, b) => rank(session, a) - rank(session, b));
  return { session, version, feeds: ordered, programme: implicitProgramme(session.status, ordered), onStage };
}

/** The session's order of halls, a hall's slides after its camera, speakers last. Equal ranks stay in order of opening. */
function rank({ venueIds }: Session, { venueId, source }: Feed): number {
  const hall = venueId === null ? -1 : venueIds.indexOf(venueId);
  return (hall < 0 ? venueIds.length : hall) * 2 + (source === 'slides' ? 1 : 0);
}

export function viewOf(show: Show, reader: Reader, at: Date): ShowStateDto {
  const { session, version, feeds, programme, onStage } = show;
  const seen = reader === 'crew' ? feeds : feeds.filter(({ id }) => programme.feedIds.includes(id));
  return {
    sessionId: session.id,
    version,
    status: session.status,
    programme,
    feeds: seen.map(toFeedDto),
    cue: null,
    take: null,
    playback: null,
    standbyFeedIds: [],
    onStage,
    at: at.toISOString(),
  };
}

/** Whether a reader sees the same in both, apart from the version. */
export function looksTheSame(before: Show, after: Show, reader: Reader): boolean {
  const at = new Date(0);
  const look = (show: Show) => JSON.stringify(viewOf({ ...show, version: 0 }, reader, at));
  return look(before) === look(after);
}
