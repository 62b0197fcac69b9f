import { Fault, unplayables, type Unplayable } from '@manyhalls/contracts';

/** For crews, in place of what only engineers can read. */
export function unplayableBecause(error: unknown): Unplayable {
  if (!(error instanceof Fault)) return 'player';
  const { code, details } = error;
  if (code === 'media-unavailable' || code === 'timeout') return 'no-node';
  return unplayables.find((one) => one === details?.unplayable) ?? 'player';
}
