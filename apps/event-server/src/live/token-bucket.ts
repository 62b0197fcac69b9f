/** Lets `burst` through at once and `perSecond` in the long run. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /** @param now milliseconds on any clock that does not go back */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Whether one more may pass at this moment. */
  take(now: number): boolean {
    if (this.waitMs(now) > 0) return false;
    this.tokens -= 1;
    return true;
  }

  /** After how many milliseconds one more may pass; 0: now. */
  waitMs(now: number): number {
    this.fill(now);
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) / this.perSecond) * 1000);
  }

  /** Whether it is as good as a new one. */
  isFull(now: number): boolean {
    this.fill(now);
    return this.tokens === this.burst;
  }

  private fill(now: number): void {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
  }
}
