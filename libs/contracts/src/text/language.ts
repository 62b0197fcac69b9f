/** The languages of the interface and of localized text. */
export const languages = ['zh', 'ja', 'ko', 'en'] as const;
export type Language = (typeof languages)[number];

/** BCP 47 tags for `lang=`, so that Han characters get the right national glyphs. */
export const languageTags: Record<Language, string> = { zh: 'zh-Hans', ja: 'ja', ko: 'ko', en: 'en' };
