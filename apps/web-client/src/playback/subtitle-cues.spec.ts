import { linesAt } from './subtitle-cues';

const cues = [
  { from: 1, to: 3, text: 'first' },
  { from: 2.5, to: 4, text: 'second' },
];

it('shows a line from its beginning until its end, and two where they overlap', () => {
  expect([0.99, 1, 2.5, 3, 4].map((seconds) => linesAt(cues, seconds))).toEqual([
    [],
    ['first'],
    ['first', 'second'],
    ['second'],
    [],
  ]);
});
