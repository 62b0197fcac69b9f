import { useEffect } from 'react';

/** While on air: the screen does not sleep, and the page asks before it lets itself be closed. */
export function useKeepOnAir(onAir: boolean): void {
  useEffect(() => {
    if (!onAir) return;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const wake = async () => {
      // The system takes the lock away whenever the page is hidden. Where there is none, hosts keep the screen awake.
      if (document.hidden || !('wakeLock' in navigator)) return;
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (over) void lock?.release();
    };
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    void wake();
    const again = () => void wake();
    document.addEventListener('visibilitychange', again);
    window.addEventListener('beforeunload', ask);
    return () => {
      over = true;
      void lock?.release();
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('beforeunload', ask);
    };
  }, [onAir]);
}
