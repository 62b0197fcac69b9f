import { IsBoolean, IsUUID } from 'class-validator';
import { MayBeNull } from '../wire/may-be-null';
import type { CueDto, TakeDto } from './cue.dto';

/** The ordered plan of a session, and what has become of it. */
export class RundownDto {
  sessionId: string;
  /** Grows with every change of whatever part. */
  version: number;
  /** Grows only when the order changes. */
  orderVersion: number;
  /** In order. */
  cues: CueDto[];
  /** Of this rehearsal, or of the live session; in the order in which they were taken. */
  takes: TakeDto[];
  /** What GO takes next; `null`: nothing. */
  standbyCueId: string | null;
}

/** What has changed; a reader whose version is not the one before this one's reads the whole. */
export class RundownChangedDto {
  version: number;
  orderVersion: number;
  /** All ids, in order. */
  order: string[];
  /** Those that changed. */
  cues: CueDto[];
  /** All of this run: there are few. */
  takes: TakeDto[];
  standbyCueId: string | null;
}

/** Prepares a cue's feeds, so that GO need not wait. */
export class StandbyDto {
  @MayBeNull() @IsUUID() cueId: string | null;
}

/**
 * Takes a cue. Of two that press at once, and of two presses by one, exactly one wins: it names the take that was on
 * programme when it was pressed, and that may be ended only once.
 */
export class GoDto {
  @IsUUID() cueId: string;
  /** `null`: nothing was on programme yet. */
  @MayBeNull() @IsUUID() afterTakeId: string | null;
}

export class HoldDto {
  @IsUUID() takeId: string;
  @IsBoolean() held: boolean;
}
