import { microphonePlaces } from '@manyhalls/contracts/feed/feed-state';
import type { CaptureChoice } from './capture';

const key = 'manyhalls.hall';

interface HallMemory extends CaptureChoice {
  /** The session whose green room this tab was in: after a reload it goes back there by itself. */
  sessionId: string;
}

const isMemory = (value: unknown): value is HallMemory =>
  typeof value === 'object' &&
  value !== null &&
  'sessionId' in value &&
  'camera' in value &&
  typeof value.camera === 'string' &&
  'microphone' in value &&
  typeof value.microphone === 'string' &&
  'place' in value &&
  microphonePlaces.some((place) => place === value.place);

/** What this tab was sending before it was loaded again. */
export const hallMemory = {
  read(sessionId: string): HallMemory | null {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
      return isMemory(stored) && stored.sessionId === sessionId ? stored : null;
    } catch {
      return null;
    }
  },
  write(memory: HallMemory): void {
    sessionStorage.setItem(key, JSON.stringify(memory));
  },
  forget(): void {
    sessionStorage.removeItem(key);
  },
};
