import type { Language } from '@manyhalls/contracts';

/** Every page in every language, light and dark, large and small, without doing all of it with all of it. */
export const looks = [
  { language: 'en', scheme: 'light', size: 'desktop' },
  { language: 'ja', scheme: 'dark', size: 'phone' },
  { language: 'zh', scheme: 'light', size: 'phone' },
  { language: 'ko', scheme: 'dark', size: 'desktop' },
] as const;

/** What a browser calls each language. */
export const locales: Record<Language, string> = { zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' };
