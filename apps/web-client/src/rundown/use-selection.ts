import { useState } from 'react';
import type { CueDto } from '@manyhalls/contracts';

export interface Selection {
  cue: CueDto | undefined;
  select: (cueId: string | null) => void;
  /** Up or down by one. */
  step: (by: 1 | -1) => void;
}

/** The cue that keys act on: the chosen one; until something is chosen, the one that comes next. */
export function useSelection(cues: readonly CueDto[], usualId: string | null): Selection {
  const [chosenId, select] = useState<string | null>(null);
  const cue = cues.find(({ id }) => id === chosenId) ?? cues.find(({ id }) => id === usualId) ?? cues[0];
  return {
    cue,
    select,
    step: (by) => {
      const there = cue && cues[cues.indexOf(cue) + by];
      if (there) select(there.id);
    },
  };
}
