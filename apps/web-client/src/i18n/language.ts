import type { Language } from '@manyhalls/contracts';
import { create } from 'zustand';
import i18next from './i18n';
import { isLanguage, matchLanguage } from './match-language';

const storageKey = 'manyhalls.language';

interface LanguageState {
  language: Language;
  /** Whether the person picked it on this device; if so, a sign-in's language no longer changes it. */
  chosen: boolean;
}

const stored = localStorage.getItem(storageKey);

export const useLanguageStore = create<LanguageState>(() => ({
  language: isLanguage(stored) ? stored : matchLanguage(navigator.languages),
  chosen: isLanguage(stored),
}));

useLanguageStore.subscribe(({ language }) => void i18next.changeLanguage(language));
void i18next.changeLanguage(useLanguageStore.getState().language);

/** The language the person reads now. */
export const useLanguage = () => useLanguageStore((state) => state.language);

/** The person's own choice, kept on this device. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  useLanguageStore.setState({ language, chosen: true });
}

/** The language an invitation or a sign-in was made in: used unless the person has chosen one. */
export function suggestLanguage(language: Language): void {
  if (!useLanguageStore.getState().chosen) useLanguageStore.setState({ language });
}
