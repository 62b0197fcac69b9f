import { meterPosition } from './levels';

it.each([
  [0, 0],
  [0.001, 0],
  [0.0631, 0.5],
  [0.2512, 0.75],
  [1, 1],
  [2, 1],
])('puts an amplitude of %f at %f of a 48 dB meter', (level, position) =>
  expect(meterPosition(level)).toBeCloseTo(position, 2),
);
