import { useEffect, useState } from 'react';

const lockName = (sessionId: string) => `manyhalls.projector ${sessionId}`;

/** While this window plays the programme's sound, the hall's page in the same browser must not play it, too. */
export function useSoundHere(sessionId: string): void {
  useEffect(() => {
    // Only on secure pages; elsewhere there is no camera, and no hall.
    if (!('locks' in navigator)) return;
    const ended = new AbortController();
    // Held until the window is gone, whatever ends it.
    void navigator.locks
      .request(lockName(sessionId), { mode: 'shared', signal: ended.signal }, async () => {
        await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
      })
      .catch(() => undefined);
    return () => ended.abort();
  }, [sessionId]);
}

/** Whether another window of this browser is the hall's projector. */
export function useProjectorPlays(sessionId: string): boolean {
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!('locks' in navigator)) return;
    const look = async () => {
      const { held = [] } = await navigator.locks.query();
      setPlays(held.some(({ name }) => name === lockName(sessionId)));
    };
    void look();
    const timer = setInterval(() => void look(), 1_000);
    return () => clearInterval(timer);
  }, [sessionId]);
  return plays;
}
