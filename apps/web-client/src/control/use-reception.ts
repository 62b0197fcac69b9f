import { useEffect, useState } from 'react';
import { stats } from '../media/levels';
import { useMedia } from '../media/MediaRoom';
import { readReception, type PacketCount, type Reception } from './reception';

/** In milliseconds. */
const intervalMs = 2_000;

/** How a feed arrives at this page; `null` while nothing of it does. */
export function useReception(feedId: string | undefined): Reception | null {
  const { receiver } = useMedia();
  const [reception, setReception] = useState<Reception | null>(null);
  useEffect(() => {
    if (!feedId) return;
    let before: PacketCount | null = null;
    const read = async () => {
      if (document.hidden) return;
      const consumers = (['audio', 'video'] as const).flatMap(
        (kind) => receiver.consumer(feedId, kind) ?? [],
      );
      const reports = await Promise.all(consumers.map((consumer) => consumer.getStats().catch(() => null)));
      const reading = readReception(
        reports.flatMap((report) => (report ? stats(report) : [])),
        before,
      );
      before = reading.count;
      setReception(reading.reception);
    };
    const timer = setInterval(() => void read(), intervalMs);
    return () => {
      clearInterval(timer);
      setReception(null);
    };
  }, [receiver, feedId]);
  return reception;
}
