import type { ClockDto } from '@manyhalls/contracts';
import { ServerClock } from './server-clock';

/** How often the page's clock is compared with the device's, in milliseconds. */
const compareMs = 1_000;
/** How far they may part from one comparison to the next. */
const tolerableMs = 250;
/** The server is asked again after so many comparisons in any case. */
const comparisons = 60;
/** The first of several answers is rarely the quickest. */
const atOnce = 3;

/**
 * Keeps up with how far the server's clock is from this page's. The page's clock goes evenly whatever anybody sets the
 * device's to, but stands still while the device sleeps. Either is noticed by the other, and the server is asked again.
 */
export class ClockWatch {
  private readonly clock = new ServerClock();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly ask: () => Promise<ClockDto>,
    private readonly found: (offsetMs: number) => void,
  ) {}

  /** @returns what stops it */
  open(): () => void {
    let apart = difference();
    let compared = 0;
    this.timer = setInterval(() => {
      const now = difference();
      const jumped = Math.abs(now - apart) > tolerableMs;
      apart = now;
      if (jumped) this.clock.forget();
      if (jumped || ++compared % comparisons === 0) void this.read();
    }, compareMs);
    return () => clearInterval(this.timer);
  }

  /** Asks a few times. A failure is of no interest: whoever connects again asks again. */
  async read(): Promise<void> {
    try {
      for (let time = 0; time < atOnce; time++) {
        const [askedAt, apart] = [performance.now(), difference()];
        const { serverTime } = await this.ask();
        // Asleep meanwhile: what looks quick was not.
        if (Math.abs(difference() - apart) <= tolerableMs) this.heard(serverTime, askedAt);
      }
    } catch {
      // Not connected.
    }
  }

  /** The server's time came with the answer to something else. */
  heard(serverTime: string, askedAt: number): void {
    this.found(this.clock.heard(serverTime, askedAt, performance.now()));
  }
}

const difference = () => Date.now() - performance.now();
