import type { HandState, HandStep } from '@manyhalls/contracts';

/** What the person does: takes the hand down, or leaves. */
type OwnStep = 'lower';

/** raised → admitted (green room) → on programme → ended; and a way back from every slip of the crew. */
const table: Record<HandState, Partial<Record<HandStep | OwnStep, HandState>>> = {
  raised: { admit: 'admitted', dismiss: 'dismissed', lower: 'lowered' },
  admitted: { 'put-on': 'on-programme', 'send-back': 'raised', end: 'ended', lower: 'lowered' },
  'on-programme': { 'take-off': 'admitted', end: 'ended', lower: 'ended' },
  ended: { reopen: 'admitted' },
  dismissed: { reopen: 'raised' },
  lowered: {},
};

/** The state after a step; `null` when the present state does not allow it. */
export function nextHandState(state: HandState, step: HandStep | OwnStep): HandState | null {
  return table[state][step] ?? null;
}

/** Whether the person may publish: from admission to the end of the turn. */
export function hasTurn(state: HandState): boolean {
  return state === 'admitted' || state === 'on-programme';
}

/** Whether something can still come of it without anybody raising it anew. */
export function isHandOpen(state: HandState): boolean {
  return state === 'raised' || hasTurn(state);
}
