import type { GreetingState } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { StateMark, type Shape, type Tone } from '../app/StateMark';

const marks: Record<GreetingState, { tone: Tone; shape: Shape }> = {
  invited: { tone: 'quiet', shape: 'ring' },
  uploaded: { tone: 'quiet', shape: 'disc' },
  processing: { tone: 'quiet', shape: 'diamond' },
  refused: { tone: 'attention', shape: 'triangle' },
  ready: { tone: 'attention', shape: 'disc' },
  approved: { tone: 'good', shape: 'tick' },
  rejected: { tone: 'attention', shape: 'cross' },
  played: { tone: 'good', shape: 'square' },
};

/** Office and crew call the same state by different words. */
export function GreetingStateMark({ state, children }: { state: GreetingState; children: ReactNode }) {
  return <StateMark {...marks[state]}>{children}</StateMark>;
}
