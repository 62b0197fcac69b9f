import { newerShow } from './live-state';
import { showState } from './show.fixture';

const show = (version: number, sessionId = 'one') => showState({ version, sessionId });

it('keeps the newest state, however late and often the others come', () => {
  const known = show(7);
  expect(newerShow(known, show(6))).toBe(known);
  expect(newerShow(known, show(7))).toBe(known);
  const next = show(8);
  expect(newerShow(known, next)).toBe(next);
});

it('takes the first state it is told, and any state of another session', () => {
  const first = show(3);
  expect(newerShow(null, first)).toBe(first);
  const other = show(1, 'other');
  expect(newerShow(show(9), other)).toBe(other);
});
