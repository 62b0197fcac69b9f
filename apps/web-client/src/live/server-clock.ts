/** One asking for the server's time. Moments are of this page's own clock, which nobody can set. */
interface Reading {
  offsetMs: number;
  roundTripMs: number;
}

/** So many readings are remembered: what two clocks drift apart meanwhile is not seen. */
const remembered = 10;

/**
 * How far the server's clock is from this page's. An answer is taken to be made halfway between asking and hearing (as
 * NTP does), so the error is at most half the round trip: the quickest of the latest readings counts.
 */
export class ServerClock {
  private readings: Reading[] = [];

  /** @returns the server's clock minus this page's, in milliseconds */
  heard(serverTime: string, askedAt: number, heardAt: number): number {
    const offsetMs = Date.parse(serverTime) - (askedAt + heardAt) / 2;
    this.readings = [...this.readings, { offsetMs, roundTripMs: heardAt - askedAt }].slice(-remembered);
    const quickest = Math.min(...this.readings.map(({ roundTripMs }) => roundTripMs));
    return this.readings.find(({ roundTripMs }) => roundTripMs === quickest)?.offsetMs ?? offsetMs;
  }

  /** What was read before the page's clock stood still says nothing any more. */
  forget(): void {
    this.readings = [];
  }
}
