import type { CueSpeakerDto, ShowStateDto } from '@manyhalls/contracts';
import { useEffect, useState } from 'react';

/** So long one lower third stays, in milliseconds. */
const shownMs = 10_000;
/** So many names are read in that time. */
const together = 3;

/**
 * Who is named over the picture now: for a while after a cue was taken, or after this page first saw it; when many
 * speak, a few at a time, in order of precedence.
 */
export function useLowerThird({ cue, take }: Pick<ShowStateDto, 'cue' | 'take'>): readonly CueSpeakerDto[] {
  const takeId = take?.id ?? null;
  const [turn, setTurn] = useState({ takeId, group: 0 });
  const group = turn.takeId === takeId ? turn.group : 0;
  const first = group * together;
  const named = cue?.speakers.slice(first, first + together) ?? [];
  const done = named.length === 0;
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setTurn({ takeId, group: group + 1 }), shownMs);
    return () => clearTimeout(timer);
  }, [done, takeId, group]);
  return named;
}
