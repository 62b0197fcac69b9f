import { useEffect, useState } from 'react';
import { readLinkHealth, type LinkHealth } from '../media/link-health';
import { stats } from '../media/levels';
import { useMedia } from '../media/MediaRoom';

/** In milliseconds. */
const intervalMs = 2_000;

/** How well this device's pictures and sound get out; `null` until that is known. */
export function useLinkHealth(sending: boolean): LinkHealth | null {
  const { link } = useMedia();
  const [health, setHealth] = useState<LinkHealth | null>(null);
  useEffect(() => {
    if (!sending) return;
    let before: Parameters<typeof readLinkHealth>[1] = null;
    const read = async () => {
      if (document.hidden) return;
      const report = await link.sentStats().catch(() => null);
      if (!report) return;
      const reading = readLinkHealth(stats(report), before);
      before = reading;
      if ('health' in reading) setHealth(reading.health);
    };
    const timer = setInterval(() => void read(), intervalMs);
    return () => {
      clearInterval(timer);
      setHealth(null);
    };
  }, [link, sending]);
  return health;
}
