import type { Language } from '@manyhalls/contracts';
import { create } from 'zustand';
import { isLanguage } from '../i18n/match-language';

const storageKey = 'manyhalls.subtitles';

/** `reader`: the language the person reads; else the one they chose, or none. */
export type SubtitleChoice = Language | 'reader' | 'off';

const stored = localStorage.getItem(storageKey);

export const useSubtitleChoice = create<{ choice: SubtitleChoice }>(() => ({
  choice: isLanguage(stored) || stored === 'off' ? stored : 'reader',
}));

/** Kept on this device. */
export function chooseSubtitles(choice: SubtitleChoice): void {
  localStorage.setItem(storageKey, choice);
  useSubtitleChoice.setState({ choice });
}

/** Which of the languages there are is shown. */
export function shownSubtitles(
  choice: SubtitleChoice,
  reader: Language,
  there: readonly Language[],
): Language | null {
  const wanted = choice === 'reader' ? reader : choice;
  return there.find((language) => language === wanted) ?? null;
}
