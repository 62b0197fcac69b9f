import { useEffect, useState } from 'react';
import { turnOnSound } from '../media/sound';

/** Whether this screen is the hall's. Leaving the full screen, as browsers let everybody, ends it. */
export function useArmed() {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const changed = () => {
      if (!document.fullscreenElement) setArmed(false);
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  return {
    armed,
    /** In the handler of a click or key. */
    arm: () => {
      turnOnSound();
      setArmed(true);
      // Where there is no full screen, the window as it is.
      if (document.fullscreenEnabled)
        document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
    },
    leave: () => {
      setArmed(false);
      if (document.fullscreenElement) void document.exitFullscreen();
    },
  };
}
