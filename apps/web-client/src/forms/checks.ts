import type { LocalizedTextDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';

/** What more than one form demands of a field, with the words for it. `null` is well. */
export function useChecks() {
  const { t } = useTranslation('forms');
  return {
    filled: (value: string) => (value.trim() ? null : t('fillIn')),
    chosen: (value: string | null) => (value ? null : t('choose')),
    anyLanguage: (value: LocalizedTextDto) =>
      languages.some((language) => value[language]?.trim()) ? null : t('oneLanguage'),
    matches: (pattern: RegExp, words: string) => (value: string) => (pattern.test(value) ? null : words),
  };
}
