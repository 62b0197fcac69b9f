import { guessLanguage } from './guess-language';

it.each([
  ['안녕하세요 2020年', 'en', 'ko'],
  ['東京より参加', 'zh', 'ja'],
  ['東京', 'ja', 'ja'],
  ['东京', 'zh', 'zh'],
  ['东京', 'en', 'zh'],
  ['Good morning', 'ko', 'en'],
  ['2026 🎉', 'ko', 'ko'],
] as const)('takes %j of a reader of %s for %s', (text, own, language) =>
  expect(guessLanguage(text, own)).toBe(language),
);
