import type { CueSpeakerDto, CueType, Layout, LocalizedTextDto, PickDto } from '@manyhalls/contracts';

/** One step of a session's plan, as it is stored. */
export interface Cue {
  id: string;
  sessionId: string;
  version: number;
  /** From 1, removed ones included, so that one that is brought back stands where it stood. */
  position: number;
  type: CueType;
  title: LocalizedTextDto;
  speakers: CueSpeakerDto[];
  startsAt: Date | null;
  lengthSeconds: number;
  layout: Layout;
  picks: PickDto[];
  greetingId: string | null;
  notes: string;
  adLib: boolean;
  skipped: boolean;
  /** A name. */
  changedBy: string;
  changedAt: Date;
  removedAt: Date | null;
}

/** A cue being, or having been, on programme. */
export interface Take {
  id: string;
  sessionId: string;
  /** Which rehearsal, or the live session: each begins from the top. */
  run: number;
  /** From 1 within its run. */
  number: number;
  cueId: string;
  rehearsal: boolean;
  startedAt: Date;
  endedAt: Date | null;
  lengthSeconds: number;
  heldSeconds: number;
  heldSince: Date | null;
  /** A name. */
  takenBy: string;
}

export interface Rundown {
  sessionId: string;
  version: number;
  orderVersion: number;
  orderChangedBy: string | null;
  run: number;
  standbyCueId: string | null;
  /** In order, without those that were removed. */
  cues: Cue[];
  removed: Cue[];
  /** Of the present run, in order. */
  takes: Take[];
}

/** What the show state must know of a rundown. */
export interface TakenCue {
  /** On programme; `null` under the implicit one. */
  cue: Cue | null;
  take: Take | null;
  standby: Cue | null;
}

/** What is done to the plan. */
export type CueAction = 'add' | 'edit' | 'skip' | 'unskip' | 'move' | 'remove' | 'restore';

/** Some of a cue, as it was or became; from the record its moments come as text. */
export type CueRecord = Partial<Omit<Cue, 'startsAt' | 'removedAt'>> & {
  startsAt?: Date | string | null;
  removedAt?: Date | string | null;
};

/** Who changed what of a cue, and how it was before. */
export interface CueChange {
  cueId: string;
  /** For the record; `null`: nobody who takes part. */
  participantId: string | null;
  /** A name. */
  changedBy: string;
  action: CueAction;
  before: CueRecord | null;
  after: CueRecord | null;
  at: Date;
}
