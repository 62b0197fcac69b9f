import { cleanText, demandWords } from './clean-text';

describe('cleanText', () => {
  it('takes away control characters, among them the zero that Postgres refuses', () => {
    expect(cleanText('a\u0000b\u0007c\u001b[31m\u009fd\u2028e')).toBe('abc[31mde');
  });

  it('keeps lines and tabs', () => {
    expect(cleanText('one\r\ntwo\rthree\n\tfour')).toBe('one\ntwo\nthree\n\tfour');
  });

  it('takes away what turns the direction of writing', () => {
    expect(cleanText('\u202eevil\u202c \u2066x\u2069 \u200fy\u061cz')).toBe('evil x yz');
  });

  it('composes what can be composed, so that equal words are equal', () => {
    expect(cleanText('か\u3099')).toBe('が');
    expect(cleanText('\u1112\u1161\u11ab')).toBe('한');
  });

  it('leaves joined emoji and variants of Han characters whole', () => {
    expect(cleanText('👩‍💻 葛\u{e0100}')).toBe('👩‍💻 葛\u{e0100}');
  });

  it('mends halves of surrogate pairs, which no database can store', () => {
    expect(cleanText('a\ud800b')).toBe('a\ufffdb');
  });

  it('leaves nothing of what was only invisible', () => {
    expect(cleanText(' \u202e\u0000\n ')).toBe('');
  });
});

describe('demandWords', () => {
  it('cleans, and refuses what is empty then', () => {
    expect(demandWords(' How?\u0000 ')).toBe('How?');
    expect(() => demandWords('\u202e \u0007')).toThrow('nothing to be read');
  });
});
