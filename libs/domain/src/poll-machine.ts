import type { PollState, PollStep } from '@manyhalls/contracts';

/** draft → open ⇄ closed: what people have answered never becomes a draft again. */
const table: Record<PollState, Partial<Record<PollStep, PollState>>> = {
  draft: { open: 'open' },
  open: { close: 'closed' },
  closed: { reopen: 'open' },
};

/** The state after a step; `null` when the present state does not allow it. */
export function nextPollState(state: PollState, step: PollStep): PollState | null {
  return table[state][step] ?? null;
}

/** The steps that the present state allows. */
export function pollStepsFrom(state: PollState): PollStep[] {
  return Object.keys(table[state]) as PollStep[];
}
