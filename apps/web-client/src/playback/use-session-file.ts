import { useSyncExternalStore } from 'react';
import { useLive } from '../live/LiveRoom';
import type { SessionFiles } from './session-files';

const unused = () => () => undefined;
const absent = () => null;

/** A file that needs a ticket, made into something usable; `null` until it is there, and where it cannot be had. */
export function useSessionFile<Made>(files: SessionFiles<Made>, path: string | null): Made | null {
  const live = useLive();
  const file = path === null ? null : files.of(live, path);
  return useSyncExternalStore<Made | null>(file?.use ?? unused, file?.present ?? absent);
}
