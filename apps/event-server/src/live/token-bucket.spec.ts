import { TokenBucket } from './token-bucket';

const takes = (bucket: TokenBucket, times: number, now: number) =>
  Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;

describe('TokenBucket', () => {
  it('refuses what exceeds the burst', () => {
    expect(takes(new TokenBucket(3, 1, 0), 5, 0)).toBe(3);
  });

  it('refills with time', () => {
    const bucket = new TokenBucket(3, 2, 0);
    takes(bucket, 3, 0);
    expect(bucket.take(499)).toBe(false);
    expect(bucket.take(500)).toBe(true);
    expect(bucket.take(500)).toBe(false);
  });

  it('never holds more than the burst', () => {
    const bucket = new TokenBucket(3, 2, 0);
    expect(takes(bucket, 10, 3_600_000)).toBe(3);
  });
});
