import { positionAt } from './position';

const startedAt = '2020-07-30T02:00:00.000Z';
const at = Date.parse(startedAt);
const playing = { state: 'playing', startedAt, positionSeconds: 4, lengthSeconds: 10 } as const;

it('runs on from where it was, by the server’s clock, and never past its end', () => {
  expect(positionAt(playing, at + 2_500)).toBe(6.5);
  expect(positionAt(playing, at + 60_000)).toBe(10);
  // A clock that is a little behind.
  expect(positionAt({ ...playing, positionSeconds: 0 }, at - 200)).toBe(0);
});

it.each(['paused', 'over', 'slate', 'standby'] as const)('stands still when %s', (state) => {
  expect(positionAt({ ...playing, state }, at + 2_500)).toBe(4);
});
