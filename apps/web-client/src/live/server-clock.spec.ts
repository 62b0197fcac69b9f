import { clockOffset } from './server-clock';

const server = '2020-07-30T02:00:00.000Z';
const at = Date.parse(server);

it('finds how far this device’s clock is off, taking the answer to be made halfway', () => {
  expect(clockOffset(server, at - 50, at + 50)).toBe(0);
  // Three minutes fast: everything here happens later.
  expect(clockOffset(server, at + 180_000 - 20, at + 180_000 + 20)).toBe(-180_000);
  expect(clockOffset(server, at - 3_600_000, at - 3_600_000 + 200)).toBe(3_599_900);
});
