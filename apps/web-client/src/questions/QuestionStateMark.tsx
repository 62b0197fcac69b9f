import type { QuestionState } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { StateMark, type Shape, type Tone } from '../app/StateMark';

/** How a question stands: one that was merged into another has no way of its own any more, whatever its state. */
export type QuestionStanding = QuestionState | 'merged';

export const questionStanding = (question: {
  state: QuestionState;
  mergedIntoId: string | null;
}): QuestionStanding => (question.mergedIntoId ? 'merged' : question.state);

const marks: Record<QuestionStanding, { tone: Tone; shape: Shape }> = {
  submitted: { tone: 'attention', shape: 'diamond' },
  approved: { tone: 'good', shape: 'tick' },
  rejected: { tone: 'quiet', shape: 'cross' },
  claimed: { tone: 'good', shape: 'ring' },
  'on-stage': { tone: 'on-air', shape: 'disc' },
  answered: { tone: 'quiet', shape: 'tick' },
  dismissed: { tone: 'quiet', shape: 'square' },
  merged: { tone: 'quiet', shape: 'ring' },
};

/** Author and crew call the same standing by different words. */
export function QuestionStateMark({
  standing,
  children,
}: {
  standing: QuestionStanding;
  children: ReactNode;
}) {
  return <StateMark {...marks[standing]}>{children}</StateMark>;
}
