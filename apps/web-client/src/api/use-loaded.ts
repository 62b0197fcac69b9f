import { useEffect, useEffectEvent, useState } from 'react';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from './faults';

export interface Loaded<Data> {
  /** Kept while it is loaded again. */
  data: Data | null;
  fault: Fault | null;
  loading: boolean;
  reload: () => void;
  /** Takes what the server answered to a change, so that nothing has to be read again. */
  replace: (data: Data) => void;
}

interface Outcome<Data> {
  key: string;
  attempt: number;
  data: Data | null;
  fault: Fault | null;
}

/** Loads something when the page opens and whenever `key` changes. */
export function useLoaded<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): Loaded<Data> {
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);

  const start = useEffectEvent((signal: AbortSignal) => {
    load(signal).then(
      (data) => {
        if (!signal.aborted) setOutcome({ key, attempt, data, fault: null });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setOutcome((before) => ({
          key,
          attempt,
          data: before?.key === key ? before.data : null,
          fault: asFault(error),
        }));
      },
    );
  });
  useEffect(() => {
    const abort = new AbortController();
    start(abort.signal);
    return () => abort.abort();
  }, [key, attempt]);

  const current = outcome?.key === key ? outcome : null;
  return {
    data: current?.data ?? null,
    fault: current?.attempt === attempt ? current.fault : null,
    loading: current?.attempt !== attempt,
    reload: () => setAttempt((count) => count + 1),
    replace: (data) => setOutcome({ key, attempt, data, fault: null }),
  };
}
