import { setTimeout as wait } from 'node:timers/promises';
import type { types } from 'mediasoup';

/** Between two looks, in milliseconds. */
const everyMs = 150;
/**
 * How often in a row nothing new may be seen: looks, not time, so that a machine that stood still itself blames nobody.
 * Opening files and finding the place may take longer than one packet after another.
 */
const patience = { beforeTheFirst: 20, afterIt: 4 };

/**
 * Resolves when nothing is received any more: a player that hangs keeps its process and its sockets, and says nothing.
 * @param signal ends the watch
 * @throws when the watch is ended, or a producer closed
 */
export async function standsStill(producers: readonly types.Producer[], signal: AbortSignal): Promise<void> {
  let packets = 0;
  let inVain = 0;
  while (inVain < (packets === 0 ? patience.beforeTheFirst : patience.afterIt)) {
    await wait(everyMs, undefined, { signal });
    const now = await received(producers);
    inVain = now === packets ? inVain + 1 : 0;
    packets = now;
  }
}

async function received(producers: readonly types.Producer[]): Promise<number> {
  const stats = await Promise.all(producers.map((producer) => producer.getStats()));
  return stats.flat().reduce((sum, { packetCount }) => sum + packetCount, 0);
}
