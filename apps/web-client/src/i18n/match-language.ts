import { languages, type Language } from '@manyhalls/contracts/text/language';

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/** The first of the wanted BCP 47 tags that we speak; English otherwise. */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}
