import { lineOf, type Figure } from './figure';

const figure = (more: Partial<Figure> = {}): Figure => ({
  metric: 'latency',
  value: 150,
  unit: 'ms',
  baseline: 100,
  target: 200,
  ...more,
});

describe('a figure', () => {
  it.each([{ value: NaN }, { value: Infinity }, { baseline: NaN }])('is refused as %p', (more) => {
    expect(() => lineOf('join', figure(more))).toThrow(RangeError);
  });

  it('is missed above its target and kept at it', () => {
    expect(lineOf('join', figure({ value: 200.1 })).ok).toBe(false);
    expect(lineOf('join', figure({ value: 200 })).ok).toBe(true);
  });

  it('goes by its own promise where it has one, but only together with a target', () => {
    expect(lineOf('join', figure({ ok: false })).ok).toBe(false);
    expect(lineOf('join', figure({ value: 300, ok: true })).ok).toBe(true);
    expect(lineOf('join', figure({ target: null, ok: false })).ok).toBe(true);
  });

  it('has a ratio where there is something to compare with', () => {
    expect(lineOf('join', figure()).ratio).toBe(1.5);
    expect(lineOf('join', figure({ baseline: 0 })).ratio).toBeNull();
    expect(lineOf('join', figure({ baseline: null })).ratio).toBeNull();
  });

  it('decides before it rounds', () => {
    const line = lineOf('join', figure({ value: 200.004 }));
    expect([line.value, line.ok]).toEqual([200, false]);
  });
});
