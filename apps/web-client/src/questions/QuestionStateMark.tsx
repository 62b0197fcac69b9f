import type { QuestionState } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { StateMark, type Shape, type Tone } from '../app/StateMark';

const marks: Record<QuestionState, { tone: Tone; shape: Shape }> = {
  submitted: { tone: 'attention', shape: 'diamond' },
  approved: { tone: 'good', shape: 'tick' },
  rejected: { tone: 'quiet', shape: 'cross' },
  claimed: { tone: 'good', shape: 'ring' },
  'on-stage': { tone: 'on-air', shape: 'disc' },
  answered: { tone: 'quiet', shape: 'tick' },
  dismissed: { tone: 'quiet', shape: 'square' },
};

/** Author and crew call the same state by different words. */
export function QuestionStateMark({ state, children }: { state: QuestionState; children: ReactNode }) {
  return <StateMark {...marks[state]}>{children}</StateMark>;
}
