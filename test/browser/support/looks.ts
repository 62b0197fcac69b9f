import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import { desktop, phone } from './chromium';

/** How somebody looks at a page. */
export interface Look {
  language: Language;
  scheme: 'light' | 'dark';
  size: 'desktop' | 'phone';
}

/** Every language, light and dark, large and small, without doing all of it with all of it. */
export const looks: readonly Look[] = [
  { language: 'en', scheme: 'light', size: 'desktop' },
  { language: 'ja', scheme: 'dark', size: 'phone' },
  { language: 'zh', scheme: 'light', size: 'phone' },
  { language: 'ko', scheme: 'dark', size: 'desktop' },
];

/**
 * Whether a page is looked at so: pages take turns, each large and small, light and dark, in two of the languages. Where
 * pictures are kept, all of them are looked at in all ways.
 * @param place of the page among the others
 */
export function inTurn({ language }: Look, place: number): boolean {
  return Boolean(process.env['SCREENSHOTS']) || ['en', 'ja'].includes(language) === (place % 2 === 0);
}

/** For pictures of it. */
export const nameOf = ({ language, scheme, size }: Look) => `${language}-${scheme}-${size}`;

/** What a browser calls each language. */
export const locales: Record<Language, string> = { zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' };

type Stored = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A browser in which pages look so. */
export function browserOf({ language, scheme, size }: Look, stored?: Stored): BrowserContextOptions {
  return {
    locale: locales[language],
    colorScheme: scheme,
    viewport: size === 'phone' ? phone : desktop,
    isMobile: size === 'phone',
    reducedMotion: 'reduce',
    ...(stored && { storageState: inNoLanguage(stored) }),
  };
}

/** What a browser has kept, but for the language that was chosen in it. */
export function inNoLanguage(stored: Stored): Stored {
  return {
    ...stored,
    origins: stored.origins.map(({ origin, localStorage }) => ({
      origin,
      localStorage: localStorage.filter(({ name }) => name !== 'manyhalls.language'),
    })),
  };
}
