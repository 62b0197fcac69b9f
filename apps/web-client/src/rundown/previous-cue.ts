import type { CueDto } from '@manyhalls/contracts';
import { presentTake, type RundownState } from './rundown-state';

/** What "back" goes back to: the nearest cue above the present one that can be taken. */
export function previousCue(state: RundownState): CueDto | undefined {
  const present = presentTake(state);
  const index = state.cues.findIndex(({ id }) => id === present?.cueId);
  return state.cues.slice(0, Math.max(0, index)).findLast(({ skipped }) => !skipped);
}
