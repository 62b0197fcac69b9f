/**
 * The server's clock minus this device's, in milliseconds. The answer is taken to be made halfway between asking
 * and hearing (as NTP does), so the error is at most half the round trip.
 */
export function clockOffset(serverTime: string, askedAt: number, heardAt: number): number {
  return Date.parse(serverTime) - (askedAt + heardAt) / 2;
}
