import type { CrewQuestionDto, QuestionState, QuestionStep } from '@manyhalls/contracts';
import { questionStepsFrom } from '@manyhalls/domain';

const ways: Partial<Record<QuestionState, QuestionStep>> = {
  approved: 'reconsider',
  rejected: 'reconsider',
  claimed: 'release',
  'on-stage': 'take-off-stage',
  answered: 'reopen',
  dismissed: 'reopen',
};

/** The step that takes back how a question came to its state. */
export const wayBack = (question: CrewQuestionDto): QuestionStep | null =>
  question.mergedIntoId ? 'unmerge' : (ways[question.state] ?? null);

/** What anybody may do to somebody else's claim. */
const takesAway: QuestionStep[] = ['release', 'take-off-stage'];

/** What this moderator may do with a question: somebody else's can only be taken out of their hands. */
export function stepsFor(question: CrewQuestionDto, participantId: string): QuestionStep[] {
  const merged = question.mergedIntoId !== null;
  const steps = questionStepsFrom(question.state, merged);
  if (merged) return steps;
  const someoneElses = question.claimedBy !== null && question.claimedBy.participantId !== participantId;
  return someoneElses ? steps.filter((step) => takesAway.includes(step)) : steps;
}
