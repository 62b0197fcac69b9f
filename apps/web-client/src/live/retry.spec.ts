import { retryDelay } from './retry';

it('waits longer after every failure, up to ten seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => retryDelay(failures, () => 1))).toEqual([
    300, 600, 1_200, 2_400, 4_800, 9_600, 10_000,
  ]);
});

it('spreads by half, so that not everybody comes at once', () => {
  expect(retryDelay(3, () => 0)).toBe(1_200);
});
