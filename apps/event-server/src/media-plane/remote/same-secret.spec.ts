import { sameSecret } from './same-secret';

describe('comparing secrets', () => {
  it.each([
    ['the same', 'a secret', 'a secret', true],
    ['another', 'a secret', 'b secret', false],
    ['a shorter one', 'a secret', 'a', false],
    ['none', 'a secret', '', false],
  ])('%s', (_, one, other, same) => {
    expect(sameSecret(one, other)).toBe(same);
  });
});
