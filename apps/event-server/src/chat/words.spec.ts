import { finderOf, hasLink } from './words';

describe('a held word', () => {
  it.each([
    ['buy SPAM now', 'spam'],
    ['ＳＰＡＭ', 'spam'],
    ['sp\u200bam', 'spam'],
    ['s\u00adp\u2060am', 'Spam'],
    ['ﾃｽﾄ中', 'テスト'],
    ['这是违禁词吗', '违禁词'],
    ['STRASSE', 'straße'],
    ['①②③', '123'],
  ])('is found in %j: %j', (text, word) => {
    expect(finderOf(['nothing', word])(text)).toBe(true);
  });

  it('is not found where it is not', () => {
    expect(finderOf(['spam'])('good morning')).toBe(false);
    expect(finderOf(['\u200b', ' '])('anything')).toBe(false);
  });
});

describe('a link', () => {
  it.each([
    'https://example.org/x',
    'see HTTP://EXAMPLE.ORG',
    'www.example.test',
    'go to example.com now',
    'example.co.jp/path',
    'ｅｘａｍｐｌｅ．ｃｏｍ',
    'example。com',
    'exa\u200bmple.com',
    '例え.jp',
    'myapp://open',
  ])('is %j', (text) => {
    expect(hasLink(text)).toBe(true);
  });

  it.each(['good morning.next', '3.5 million', 'e.g. this', '10:30', 'a/b', 'そうです。comとは', 'v1.2.3'])(
    'is not %j',
    (text) => {
      expect(hasLink(text)).toBe(false);
    },
  );

  it('is looked for without getting lost in long texts', () => {
    const texts = ['a.'.repeat(1000), 'a-'.repeat(1000), 'a'.repeat(2000), `${'a.b-'.repeat(500)}!`];
    for (const text of texts) expect(hasLink(text)).toBe(false);
  });
});
