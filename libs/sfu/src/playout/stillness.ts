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
 * Resolves when nothing is received any more of one of them: a player that hangs keeps its process and its sockets, and
 * says nothing; one whose file is cut off goes on with the other.
 * @param signal ends the watch
 * @throws when the watch is ended, or a producer closed
 */
export async function standsStill(producers: readonly types.Producer[], signal: AbortSignal): Promise<void> {
  const tracks = producers.map((producer) => ({ producer, packets: 0, inVain: 0 }));
  while (!tracks.some(isStill)) {
    await wait(everyMs, undefined, { signal });
    await Promise.all(
      tracks.map(async (track) => {
        const now = await received(track.producer);
        track.inVain = now === track.packets ? track.inVain + 1 : 0;
        track.packets = now;
      }),
    );
  }
}

const isStill = ({ packets, inVain }: { packets: number; inVain: number }) =>
  inVain >= (packets === 0 ? patience.beforeTheFirst : patience.afterIt);

async function received(producer: types.Producer): Promise<number> {
  return (await producer.getStats()).reduce((sum, { packetCount }) => sum + packetCount, 0);
}
