import fc from 'fast-check';
import { median, medianInterval, percentile, sum } from './statistics';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('statistics', () => {
  it('refuses to describe nothing', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => percentile([], 0.95)).toThrow(RangeError);
    expect(() => medianInterval([])).toThrow(RangeError);
  });

  it('takes the middle, or what lies between the two in the middle', () => {
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 3, 10])).toBe(2.5);
  });

  it('finds percentiles without changing the order it was given', () => {
    const values = [4, 1, 3, 2, 5];
    expect(percentile(values, 0)).toBe(1);
    expect(percentile(values, 1)).toBe(5);
    expect(percentile(values, 0.95)).toBeCloseTo(4.8, 10);
    expect(values).toEqual([4, 1, 3, 2, 5]);
  });

  it('adds up', () => {
    expect(sum([])).toBe(0);
    expect(sum([1.5, 2, -0.5])).toBe(3);
  });

  it('keeps every percentile between the smallest and the largest value', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const found = percentile(values, share);
        expect(found).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(found).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
    );
  });

  it('has no width where all values are equal', () => {
    expect(medianInterval([3, 3, 3, 3], 200)).toEqual({ low: 3, high: 3 });
  });

  it('holds the median, widens with the spread, and comes out the same twice', () => {
    const narrow = [0.98, 0.99, 1, 1, 1, 1.01, 1.02];
    const wide = [0.6, 0.8, 0.9, 1, 1.1, 1.2, 1.4];
    const around = medianInterval(wide);
    expect(around.low).toBeLessThan(1);
    expect(around.high).toBeGreaterThan(1);
    const close = medianInterval(narrow);
    expect(close.high - close.low).toBeLessThan(around.high - around.low);
    expect(medianInterval(wide)).toEqual(around);
  });
});
