import { IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { sessionStatuses, type SessionStatus } from '../session/session-status';
import type { FeedDto } from '../feed/feed.dto';
import type { GreetingPlaybackDto } from '../greetings/playback.dto';
import type { StageQuestionDto } from '../questions/question.dto';
import type { ShownCueDto, ShownTakeDto } from '../rundown/cue.dto';
import type { Layout } from './layout';

/** What the audience sees and hears now. */
export class ProgrammeDto {
  /** In protocol order; empty while the session is not live. */
  feedIds: string[];
  layout: Layout;
}

/**
 * The show state of one session as one kind of reader may know it. It is always sent whole: a reader that missed
 * versions needs only the newest, and drops any that is not newer than its own.
 */
export class ShowStateDto {
  sessionId: string;
  /** Grows by one with every change, of whatever part. */
  version: number;
  status: SessionStatus;
  programme: ProgrammeDto;
  /** The audience's view lists only feeds on programme and on standby; crew and halls also see the green room. */
  feeds: FeedDto[];
  /** The cue on programme; `null` under the implicit one, "all halls on air". */
  cue: ShownCueDto | null;
  /** Its time; `null` where `cue` is. */
  take: ShownTakeDto | null;
  /** The greeting on programme. */
  playback: GreetingPlaybackDto | null;
  /** The one that GO will play: pages have its poster ready. `null` for the one on programme. */
  standbyPlayback: GreetingPlaybackDto | null;
  /** Feeds that GO will need: a reader may ask for them; the audience is sent nothing of them before. */
  standbyFeedIds: string[];
  /** The question that everybody sees now. */
  onStage: StageQuestionDto | null;
  /** ISO 8601, server time, when this state was made. */
  at: string;
}

export class ChangeStatusDto {
  @IsUUID() sessionId: string;
  @IsIn(sessionStatuses) status: SessionStatus;
  /** The version the person saw; somebody else's change in between is a conflict, not an overwrite. */
  @IsInt() @Min(0) version: number;
}
