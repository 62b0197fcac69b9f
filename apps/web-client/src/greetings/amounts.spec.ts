import { readSeconds, writeBytes, writeSeconds } from './amounts';

it('says how large a file is in a unit that fits', () => {
  expect(writeBytes(4 * 1024 ** 3, 'en')).toBe('4 GB');
  expect(writeBytes(1.84 * 1024 ** 3, 'en')).toBe('1.8 GB');
  expect(writeBytes(300, 'en')).toBe('0 kB');
});

it('writes and reads moments of a recording', () => {
  expect([0, 5, 65.25, 600].map(writeSeconds)).toEqual(['0:00', '0:05', '1:05.3', '10:00']);
  expect(['0:05', '1:05.3', '65.3', '２：０５', '1:05,5', ' 7 '].map(readSeconds)).toEqual([
    5, 65.3, 65.3, 125, 65.5, 7,
  ]);
  expect(['', 'x', '1:60', '-1', '1:2:3', '1e3'].map(readSeconds)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
