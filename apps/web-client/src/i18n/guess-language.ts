import type { Language } from '@manyhalls/contracts';

/** The language that a text is probably in, by its letters; where they leave it open, the writer's own. */
export function guessLanguage(text: string, own: Language): Language {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return own === 'ja' ? 'ja' : 'zh';
  return /\p{Script=Latin}/u.test(text) ? 'en' : own;
}
