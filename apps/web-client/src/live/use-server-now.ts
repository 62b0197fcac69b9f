import { useSyncExternalStore } from 'react';
import { useLiveState } from './LiveRoom';

const everySecond = (tell: () => void) => {
  const timer = setInterval(tell, 1_000);
  return () => clearInterval(timer);
};

/** The server's time now, to the second, in milliseconds since 1970; right also where the device's clock is not. */
export function useServerNow(): number {
  const offset = useLiveState((state) => state.clockOffsetMs);
  const seconds = useSyncExternalStore(everySecond, () => Math.floor((Date.now() + offset) / 1_000));
  return seconds * 1_000;
}
