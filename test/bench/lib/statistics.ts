/** The value that `share` (0 to 1) of the values do not exceed; linear between neighbours. Throws when empty. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The 95% interval of the median, by drawing the values anew many times (percentile bootstrap; B. Efron, 1979).
 * The draws are the same in every run, so that equal values give an equal interval.
 */
export function medianInterval(values: readonly number[], draws = 10_000): { low: number; high: number } {
  if (values.length === 0) throw new RangeError('no values');
  const random = seededRandom(1);
  const medians = Array.from({ length: draws }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] as number)),
  );
  return { low: percentile(medians, 0.025), high: percentile(medians, 0.975) };
}

/** Numbers in [0, 1): mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
