import { movedAfter, nextCueId } from './cue-order';

const cues = ['opening', 'speech', 'greeting', 'signing'].map((id) => ({ id, skipped: id === 'speech' }));

describe('the next cue', () => {
  it.each([
    [null, 'opening'],
    ['opening', 'greeting'],
    ['speech', 'greeting'],
    ['signing', null],
  ])('after %s is %s', (after, expected) => {
    expect(nextCueId(cues, after)).toBe(expected);
  });

  it('is none where all are skipped, or there are none', () => {
    expect(nextCueId([], null)).toBeNull();
    expect(nextCueId([{ id: 'speech', skipped: true }], null)).toBeNull();
  });
});

describe('an order', () => {
  it.each([
    ['c', null, 'cab'],
    ['a', 'c', 'bca'],
    ['a', 'b', 'bac'],
    ['b', 'a', 'abc'],
    ['d', 'b', 'abdc'],
    ['d', null, 'dabc'],
  ])('with %s after %s is %s', (id, after, expected) => {
    expect(movedAfter(['a', 'b', 'c'], id, after).join('')).toBe(expected);
  });
});
