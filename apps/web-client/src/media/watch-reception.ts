import { stats } from './levels';
import { readReception, type PacketCount, type Reception } from './reception';
import type { Receiver } from './receiver';

/** In milliseconds. */
const intervalMs = 2_000;

/**
 * Reads from time to time how a feed arrives at this page.
 * @param tell is called with each reading; `null` while nothing can be said
 * @returns what ends it
 */
export function watchReception(
  receiver: Pick<Receiver, 'consumer'>,
  feedId: string,
  tell: (reception: Reception | null) => void,
): () => void {
  let before: PacketCount | null = null;
  let ended = false;
  const read = async () => {
    if (document.hidden) return;
    const consumers = (['audio', 'video'] as const).flatMap((kind) => receiver.consumer(feedId, kind) ?? []);
    const reports = await Promise.all(consumers.map((consumer) => consumer.getStats().catch(() => null)));
    if (ended) return;
    const reading = readReception(
      reports.flatMap((report) => (report ? stats(report) : [])),
      before,
    );
    before = reading.count;
    tell(reading.reception);
  };
  const timer = setInterval(() => void read(), intervalMs);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
