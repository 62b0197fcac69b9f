/**
 * How long to wait before attempt number `failures` + 1, in milliseconds: 0.3 s doubling up to 10 s. Spread by
 * half, so that a thousand browsers that lost the same server do not return in the same instant.
 */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const full = Math.min(10_000, 300 * 2 ** failures);
  return full / 2 + (full / 2) * random();
}
