import type { Language } from '@manyhalls/contracts';

/** Every language, light and dark, large and small, without doing all of it with all of it. */
export const looks = [
  { language: 'en', scheme: 'light', size: 'desktop' },
  { language: 'ja', scheme: 'dark', size: 'phone' },
  { language: 'zh', scheme: 'light', size: 'phone' },
  { language: 'ko', scheme: 'dark', size: 'desktop' },
] as const;

/**
 * Whether a page is looked at so: pages take turns, each large and small, light and dark, in two of the languages. Where
 * pictures are kept, all of them are looked at in all ways.
 * @param place of the page among the others
 */
export function inTurn({ language }: { language: Language }, place: number): boolean {
  return Boolean(process.env['SCREENSHOTS']) || ['en', 'ja'].includes(language) === (place % 2 === 0);
}

/** What a browser calls each language. */
export const locales: Record<Language, string> = { zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' };
