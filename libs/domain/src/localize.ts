import type { Language, LocalizedTextDto } from '@manyhalls/contracts';

/** Who reads what when their own language is missing: the script they are likeliest to read comes first. */
const fallbacks: Record<Language, Language[]> = {
  zh: ['zh', 'en', 'ja', 'ko'],
  ja: ['ja', 'en', 'zh', 'ko'],
  ko: ['ko', 'en', 'ja', 'zh'],
  en: ['en', 'zh', 'ja', 'ko'],
};

/** The words for a reader and the language they are in (for `lang=`). Empty words in English when there are none. */
export function localize(
  text: LocalizedTextDto | null | undefined,
  reader: Language,
): { words: string; language: Language } {
  const language = fallbacks[reader].find((candidate) => text?.[candidate]?.trim());
  return language ? { words: text?.[language] ?? '', language } : { words: '', language: 'en' };
}
