import { Fault } from '@manyhalls/contracts';
import type { Question } from './question';
import { toModeratorDto } from './question-views';

/** Tells a moderator why not, and the question as it is now. */
export function questionConflict(question: Question, why: string): Fault {
  return new Fault('conflict', `${why}: the question is ${presentOf(question)}`, {
    question: toModeratorDto(question),
  });
}

function presentOf({ state, claimer, mergedInto }: Question): string {
  if (mergedInto !== null) return 'merged into another';
  if (!claimer) return state;
  return state === 'claimed'
    ? `claimed by ${claimer.displayName}`
    : `${state}, claimed by ${claimer.displayName}`;
}
