import type { Language, LocalizedTextDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';

/** A localized text while it is being written: every language has a field, empty or not. */
export type Words = Record<Language, string>;

export const noWords: Words = { zh: '', ja: '', ko: '', en: '' };

export const toWords = (text: LocalizedTextDto | null | undefined): Words => ({ ...noWords, ...text });

export const isEmpty = (words: Words): boolean => languages.every((language) => !words[language].trim());

/** What is sent: only the languages in which something stands. */
export function fromWords(words: Words): LocalizedTextDto {
  const text: LocalizedTextDto = {};
  for (const language of languages) {
    const trimmed = words[language].trim();
    if (trimmed) text[language] = trimmed;
  }
  return text;
}
