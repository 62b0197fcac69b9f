import { Fault } from '@manyhalls/contracts';
import { readSubtitles, toWebVtt, within } from './subtitles';

const srt = `1
00:00:01,000 --> 00:00:03,500
<i>Good morning</i>, ladies &amp; gentlemen.
{\\an8}Welcome.

2
00:01:00,5 --> 01:00:00,000 X1:100 X2:200
こんにちは
`;

const complaint = (text: string) => {
  try {
    return readSubtitles(text);
  } catch (error) {
    if (error instanceof Fault) return error.details;
    throw error;
  }
};

describe('subtitles', () => {
  it('in SRT become WebVTT, in plain words', () => {
    expect(toWebVtt(readSubtitles(srt))).toBe(`WEBVTT

00:00:01.000 --> 00:00:03.500
Good morning, ladies &amp; gentlemen.
Welcome.

00:01:00.500 --> 01:00:00.000
こんにちは
`);
  });

  it('in WebVTT lose what is not shown, and keep their order', () => {
    const text = `\ufeffWEBVTT - of the Governor\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE made\r\nby hand\r\n\r\nlast\r\n00:05.000 --> 00:06.000 align:start\r\n<v Governor>Second\r\n\r\n00:01.000 --> 00:02.000\r\nFirst\r\n`;
    expect(readSubtitles(text)).toEqual([
      { from: 1000, to: 2000, lines: ['First'] },
      { from: 5000, to: 6000, lines: ['Second'] },
    ]);
  });

  it('are the same when they are read again', () => {
    const once = toWebVtt(readSubtitles(srt));
    expect(toWebVtt(readSubtitles(once))).toBe(once);
  });

  it('carry no markup, however it is hidden', () => {
    const [subtitle] = readSubtitles('00:01.000 --> 00:02.000\n&lt;b&gt;a --&gt; b&lt;/b&gt;\u202e');
    expect(subtitle?.lines).toEqual(['<b>a --> b</b>']);
    expect(toWebVtt(subtitle ? [subtitle] : [])).toContain('&lt;b&gt;a --&gt; b&lt;/b&gt;\n');
  });

  it.each([
    ['', { reason: 'empty' }],
    ['WEBVTT\n\n', { reason: 'empty' }],
    ['Dear Governor,\n\nthank you.', { reason: 'no-time', line: 1 }],
    [
      '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:x --> 00:00:04,000\nThere',
      { reason: 'bad-time', line: 6 },
    ],
    ['1\n00:00:01 --> 00:00:02\nHello', { reason: 'bad-time', line: 2 }],
    ['00:00:02,000 --> 00:00:01,000\nHello', { reason: 'ends-before-it-starts', line: 1 }],
    ['00:61:02,000 --> 00:62:01,000\nHello', { reason: 'bad-time', line: 1 }],
  ])('that are broken are refused with the place: %j', (text, details) => {
    expect(complaint(text)).toMatchObject(details);
  });

  it('are written to the nearest millisecond', () => {
    const [moved] = within([{ from: 4007, to: 5000, lines: ['.'] }], { from: 2.007, to: 9 });
    expect(toWebVtt(moved ? [moved] : [])).toContain('00:00:02.000 --> 00:00:02.993');
  });

  it('move with what was cut off', () => {
    const all = [1, 5, 9].map((second) => ({ from: second * 1000, to: second * 1000 + 2000, lines: ['.'] }));
    expect(within(all, { from: 6, to: 10 })).toEqual([
      { from: 0, to: 1000, lines: ['.'] },
      { from: 3000, to: 4000, lines: ['.'] },
    ]);
  });
});
