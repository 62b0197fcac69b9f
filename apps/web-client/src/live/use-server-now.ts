import { useSyncExternalStore } from 'react';
import { useLiveState } from './LiveRoom';

/** Several times a second, so that a second is never seen late; only a new one draws anything. */
const oftenEnoughMs = 200;

const often = (tell: () => void) => {
  const timer = setInterval(tell, oftenEnoughMs);
  return () => clearInterval(timer);
};

/** The server's time now, to the second, in milliseconds since 1970; right also where the device's clock is not. */
export function useServerNow(): number {
  const offset = useLiveState((state) => state.clockOffsetMs);
  const seconds = useSyncExternalStore(often, () => Math.floor((performance.now() + offset) / 1_000));
  return seconds * 1_000;
}
