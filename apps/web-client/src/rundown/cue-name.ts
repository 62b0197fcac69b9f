import type { CueDto } from '@manyhalls/contracts';
import { useLocalize } from '../i18n/Localized';

/** How people call a cue: by its place in the list, skipped ones counted, as on paper. */
export interface CueName {
  number: number;
  title: string;
}

export function useCueName(cues: readonly CueDto[]): (id: string | null | undefined) => CueName | null {
  const localize = useLocalize();
  return (id) => {
    const index = cues.findIndex((cue) => cue.id === id);
    const cue = cues[index];
    return cue ? { number: index + 1, title: localize(cue.title) } : null;
  };
}
