import { useEffect, useState } from 'react';
import { useMedia } from './MediaRoom';
import type { Reception } from './reception';
import { watchReception } from './watch-reception';

/** How a feed arrives at this page; `null` while nothing of it does. */
export function useReception(feedId: string | undefined): Reception | null {
  const { receiver } = useMedia();
  const [reception, setReception] = useState<Reception | null>(null);
  useEffect(() => {
    if (!feedId) return;
    const end = watchReception(receiver, feedId, setReception);
    return () => {
      end();
      setReception(null);
    };
  }, [receiver, feedId]);
  return reception;
}
