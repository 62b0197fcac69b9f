import type { QuestionState, QuestionStep } from '@manyhalls/contracts';

/**
 * submitted → approved or rejected → claimed → on stage → answered or dismissed; and a way back from every slip.
 * Approving and claiming are two steps, so that of two moderators one takes a question and the other is told.
 */
const table: Record<QuestionState, Partial<Record<QuestionStep, QuestionState>>> = {
  submitted: { approve: 'approved', reject: 'rejected' },
  rejected: { approve: 'approved', reconsider: 'submitted' },
  approved: { claim: 'claimed', reject: 'rejected', reconsider: 'submitted', dismiss: 'dismissed' },
  claimed: { release: 'approved', 'put-on-stage': 'on-stage', answer: 'answered', dismiss: 'dismissed' },
  'on-stage': { 'take-off-stage': 'claimed', answer: 'answered', dismiss: 'dismissed' },
  answered: { reopen: 'claimed' },
  dismissed: { reopen: 'claimed' },
};

/**
 * The state after a step; `null` when the present state does not allow it. A question that was merged into another keeps
 * its state, and goes nowhere until it is taken out again.
 */
export function nextQuestionState(
  state: QuestionState,
  step: QuestionStep,
  merged = false,
): QuestionState | null {
  if (merged) return step === 'unmerge' ? state : null;
  return table[state][step] ?? null;
}

/** The steps that are allowed now, in the order in which a moderator most likely wants them. */
export function questionStepsFrom(state: QuestionState, merged = false): QuestionStep[] {
  return merged ? ['unmerge'] : (Object.keys(table[state]) as QuestionStep[]);
}

/** Whether it can be merged into another: not a second time, and not while everybody looks at it. */
export function isMergeable(state: QuestionState, merged: boolean): boolean {
  return !merged && state !== 'on-stage';
}

/** Whether the audience may know of a question in this state. */
export function isQuestionPublic(state: QuestionState): boolean {
  return state !== 'submitted' && state !== 'rejected' && state !== 'dismissed';
}

/** Whether votes are still counted: there is no point in voting for what was answered. */
export function isVotable(state: QuestionState): boolean {
  return state === 'approved' || state === 'claimed';
}
