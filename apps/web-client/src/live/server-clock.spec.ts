import { ServerClock } from './server-clock';

const server = '2020-07-30T02:00:00.000Z';
const at = Date.parse(server);
const later = (ms: number) => new Date(at + ms).toISOString();

let clock: ServerClock;
beforeEach(() => {
  clock = new ServerClock();
});

it('takes an answer to be made halfway between asking and hearing', () => {
  expect(clock.heard(server, 0, 100)).toBe(at - 50);
});

it('believes the quickest answer: a slow one may have waited on one way only', () => {
  // Four seconds on the way there, and at once back.
  expect(clock.heard(later(4_000), 0, 4_000)).toBe(at + 2_000);
  expect(clock.heard(later(5_000), 4_990, 5_010)).toBe(at);
  expect(clock.heard(later(9_000), 6_000, 9_000)).toBe(at);
});

it('believes an old answer for a while, and not for ever', () => {
  clock.heard(server, 0, 0);
  for (let second = 1; second < 10; second++)
    expect(clock.heard(later(second * 1_000 + 100), second * 1_000 - 5, second * 1_000 + 5)).toBe(at);
  expect(clock.heard(later(10_100), 9_995, 10_005)).toBe(at + 100);
});

it('begins anew after it forgot', () => {
  clock.heard(server, 0, 0);
  clock.forget();
  expect(clock.heard(later(60_000), 900, 1_100)).toBe(at + 59_000);
});
