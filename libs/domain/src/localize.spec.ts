import { localize } from './localize';

describe('localize', () => {
  it('gives the reader their own language when it is there', () => {
    expect(localize({ zh: '济南', ja: '済南', en: 'Jinan' }, 'ja')).toEqual({
      words: '済南',
      language: 'ja',
    });
  });

  it('says which language it fell back to, so that the words get the right glyphs', () => {
    expect(localize({ zh: '济南', en: 'Jinan' }, 'ko')).toEqual({ words: 'Jinan', language: 'en' });
    expect(localize({ zh: '济南' }, 'ko')).toEqual({ words: '济南', language: 'zh' });
  });

  it('passes over words that are only blank', () => {
    expect(localize({ ja: '   ', zh: '大阪' }, 'ja')).toEqual({ words: '大阪', language: 'zh' });
  });

  it('gives no words where there are none', () => {
    expect(localize(null, 'zh')).toEqual({ words: '', language: 'en' });
  });
});
