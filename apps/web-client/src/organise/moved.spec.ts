import { moved } from './moved';

it.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
])('moves item %i by %i: %s', (index, by, result) => {
  expect(moved(['a', 'b', 'c'], index, by).join('')).toBe(result);
});
