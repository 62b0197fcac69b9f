import { useEffect } from 'react';

/** The screen does not sleep. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const wake = async () => {
      // The system takes the lock away whenever the page is hidden. Where there is none, hosts keep the screen awake.
      if (document.hidden || !('wakeLock' in navigator)) return;
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (over) void lock?.release();
    };
    void wake();
    const again = () => void wake();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      void lock?.release();
      document.removeEventListener('visibilitychange', again);
    };
  }, [wanted]);
}
