import { splitDuration, writeDuration } from './duration';

it('splits a period', () => {
  expect(splitDuration(((26 * 60 + 3) * 60 + 4) * 1_000 + 999)).toEqual({
    days: 1,
    hours: 2,
    minutes: 3,
    seconds: 4,
  });
});

it.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [65_000, '01:05'],
  [3_600_000, '1:00:00'],
  [90_061_000, '25:01:01'],
])('writes %i ms as %s', (ms, written) => expect(writeDuration(ms)).toBe(written));
