import type { ShownTakeDto } from '@manyhalls/contracts';
import { remainingMs } from '@manyhalls/domain';

export interface TakeStanding {
  state: 'left' | 'over' | 'held';
  /** What is left; below zero when it is over. */
  leftMs: number;
}

/** How the cue on programme stands. @param now by the server's clock */
export function takeStanding(take: ShownTakeDto, now: number): TakeStanding {
  const leftMs = remainingMs(take, now);
  return { state: take.heldSince !== null ? 'held' : leftMs < 0 ? 'over' : 'left', leftMs };
}
