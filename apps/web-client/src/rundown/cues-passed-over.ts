import { presentTake, type RundownState } from './rundown-state';

/** How many cues a jump leaves out: those between the present one, or the top, and its aim. */
export function cuesPassedOver(state: RundownState, cueId: string): number {
  const { cues } = state;
  const from = cues.findIndex(({ id }) => id === presentTake(state)?.cueId);
  const to = cues.findIndex(({ id }) => id === cueId);
  return cues.slice(from + 1, Math.max(from + 1, to)).filter(({ skipped }) => !skipped).length;
}
