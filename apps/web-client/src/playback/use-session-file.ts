import { useEffect, useState } from 'react';
import { useLive } from '../live/LiveRoom';

/** Reads a file that needs a ticket, made into something usable; `null` until it is there, and where it cannot be had. */
export function useSessionFile<Made>(
  path: string | null,
  make: (response: Response) => Promise<Made>,
  discard: (made: Made) => void,
): Made | null {
  const live = useLive();
  const [got, setGot] = useState<{ path: string; made: Made } | null>(null);
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    let mine: { path: string; made: Made } | null = null;
    live
      .file(path, abort.signal)
      .then(make)
      .then(
        (made) => {
          if (abort.signal.aborted) return discard(made);
          mine = { path, made };
          setGot(mine);
        },
        () => undefined,
      );
    return () => {
      abort.abort();
      if (mine) discard(mine.made);
    };
  }, [live, path, make, discard]);
  return got?.path === path ? got.made : null;
}
