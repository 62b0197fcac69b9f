import { useSyncExternalStore } from 'react';
import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { useLiveState } from '../live/LiveRoom';
import { positionAt } from './position';

/** Subtitles are to be in time within 300 ms. */
const everyTenth = (tell: () => void) => {
  const timer = setInterval(tell, 100);
  return () => clearInterval(timer);
};

/**
 * Something that depends on where everybody is in a greeting; renders only when it becomes another.
 * @param look given the position in seconds
 */
export function useAtPosition<Seen extends string | number>(
  playback: GreetingPlaybackDto,
  look: (seconds: number) => Seen,
): Seen {
  const offset = useLiveState((state) => state.clockOffsetMs);
  return useSyncExternalStore(everyTenth, () => look(positionAt(playback, performance.now() + offset)));
}
