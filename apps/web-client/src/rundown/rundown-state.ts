import type { CueDto, RundownChangedDto, RundownDto, TakeDto } from '@manyhalls/contracts';

/** What this browser knows of a session's rundown. */
export interface RundownState {
  loaded: boolean;
  version: number;
  orderVersion: number;
  /** In order. */
  cues: readonly CueDto[];
  takes: readonly TakeDto[];
  standbyCueId: string | null;
}

export const initialRundown: RundownState = {
  loaded: false,
  version: 0,
  orderVersion: 0,
  cues: [],
  takes: [],
  standbyCueId: null,
};

export function listed({ version, orderVersion, cues, takes, standbyCueId }: RundownDto): RundownState {
  return { loaded: true, version, orderVersion, cues, takes, standbyCueId };
}

/** Whether something between what is known and what is told was missed, so that the whole has to be read. */
export function isGap(state: RundownState, told: RundownChangedDto): boolean {
  return state.loaded && told.version > state.version + 1;
}

/** Except where it is known already: what is told may come after the answer to a reading. */
export function changed(state: RundownState, told: RundownChangedDto): RundownState {
  if (told.version <= state.version) return state;
  const { version, orderVersion, takes, standbyCueId } = told;
  const known = new Map([...state.cues, ...told.cues].map((cue) => [cue.id, cue]));
  const cues = told.order.flatMap((id) => known.get(id) ?? []);
  return { ...state, version, orderVersion, cues, takes, standbyCueId };
}

/** The take on programme. */
export function presentTake({ takes }: RundownState): TakeDto | undefined {
  return takes.find(({ endedAt }) => endedAt === null);
}
