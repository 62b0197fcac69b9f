import { isQuestionPublic } from '@manyhalls/domain';
import type { KnownQuestion } from './question-state';

export type QuestionOrder = 'votes' | 'time';

/** What the audience may see; the crew's list has more. */
export const isShown = (question: KnownQuestion): boolean =>
  isQuestionPublic(question.state) && !('mergedIntoId' in question && question.mergedIntoId !== null);

const rank = ({ state }: KnownQuestion) => (state === 'on-stage' ? 0 : state === 'answered' ? 2 : 1);

/** The one on stage first and the answered ones last; between them the most wanted, or the newest, first. */
export function sortQuestions(questions: readonly KnownQuestion[], order: QuestionOrder): KnownQuestion[] {
  return questions
    .filter(isShown)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        (order === 'votes' && other.votes - one.votes) ||
        other.number - one.number,
    );
}
