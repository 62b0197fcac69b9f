import type { CueDto } from '@manyhalls/contracts';

type OrderedCue = Pick<CueDto, 'id' | 'skipped'>;

/**
 * The cue that GO takes after this one: the next that is not skipped.
 * @param cues in order
 * @param afterId `null`: from the top
 * @returns `null` when there is none
 */
export function nextCueId(cues: readonly OrderedCue[], afterId: string | null): string | null {
  const from = afterId === null ? 0 : cues.findIndex(({ id }) => id === afterId) + 1;
  return cues.slice(from).find(({ skipped }) => !skipped)?.id ?? null;
}

/**
 * The order with one id moved, or put in.
 * @param afterId `null`: to the front
 */
export function movedAfter(ids: readonly string[], id: string, afterId: string | null): string[] {
  const others = ids.filter((one) => one !== id);
  const place = afterId === null ? 0 : others.indexOf(afterId) + 1;
  return others.toSpliced(place, 0, id);
}
