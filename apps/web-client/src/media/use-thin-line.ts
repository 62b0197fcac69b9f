import { useEffect, useState } from 'react';
import { useMedia } from './MediaRoom';
import { watchReception } from './watch-reception';

/** So many bad readings one after the other: one alone may be a passing cloud. */
const readings = 2;

/**
 * Whether a feed arrives badly here. It stays so for as long as the feed is shown: what would be tried again would
 * break up again.
 */
export function useThinLine(feedId: string | undefined): boolean {
  const { receiver } = useMedia();
  const [thin, setThin] = useState<string>();
  useEffect(() => {
    if (!feedId) return;
    let bad = 0;
    return watchReception(receiver, feedId, (reception) => {
      bad = reception?.grade === 'bad' ? bad + 1 : 0;
      if (bad >= readings) setThin(feedId);
    });
  }, [receiver, feedId]);
  return feedId !== undefined && thin === feedId;
}
