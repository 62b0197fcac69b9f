import { readLength, writeLength } from './cue-length';

it.each([
  ['5:00', 300],
  [' 0:45 ', 45],
  ['90:00', 5_400],
  ['1:05:09', 3_909],
  ['24:00:00', 86_400],
])('reads %s', (text, length) => expect(readLength(text)).toBe(length));

it.each(['', '5', '5:7', '5:60', '1:60:00', '0:00', '24:00:01', '-1:00', 'five'])(
  'does not take “%s” for a length',
  (text) => expect(readLength(text)).toBeNull(),
);

it('writes what it reads', () => {
  for (const length of [1, 59, 60, 3_599, 3_600, 86_400])
    expect(readLength(writeLength(length))).toBe(length);
});
