import { matchLanguage } from './match-language';

it.each([
  [['zh-Hant-TW'], 'zh'],
  [['JA'], 'ja'],
  [['fr-FR', 'ko-KR', 'en'], 'ko'],
  [['fr', 'de'], 'en'],
  [['enx'], 'en'],
  [[], 'en'],
])('answers %j in %s', (wanted, language) => expect(matchLanguage(wanted)).toBe(language));
