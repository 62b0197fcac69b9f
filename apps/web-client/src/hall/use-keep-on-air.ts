import { useEffect } from 'react';
import { useWakeLock } from '../show/use-wake-lock';

/** While on air: the screen does not sleep, and the page asks before it lets itself be closed. */
export function useKeepOnAir(onAir: boolean): void {
  useWakeLock(onAir);
  useEffect(() => {
    if (!onAir) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [onAir]);
}
