/** Of two presses of one person, the second within this time is a slip, in milliseconds. */
const slipMs = 1_000;

/** Lets one deed through at a time, and none soon after another: a key that bounces takes one cue. */
export class PressGuard {
  private running = false;
  private last = -Infinity;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * @param asked whether the person was asked, and said yes: then it is no slip
   * @returns whether it was done at all
   */
  async run(deed: () => Promise<void>, asked = false): Promise<boolean> {
    if (this.running || (!asked && this.now() - this.last < slipMs)) return false;
    this.running = true;
    this.last = this.now();
    try {
      await deed();
    } finally {
      this.running = false;
    }
    return true;
  }
}
