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
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
