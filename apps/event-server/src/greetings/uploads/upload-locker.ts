import { ERRORS, type Lock, type Locker } from '@tus/server';

interface Held {
  askToRelease: () => void;
  released: Promise<void>;
  release: () => void;
}

/**
 * One request at a time writes to an upload. Whoever comes later wins: the earlier one is most likely a connection
 * that was cut without anybody noticing. tus's own locker asks in a busy loop until it is free, beside a live show.
 */
export class UploadLocker implements Locker {
  private readonly held = new Map<string, Held>();

  newLock(id: string): Lock {
    return {
      lock: async (signal, askToRelease) => {
        for (let holder = this.held.get(id); holder; holder = this.held.get(id)) {
          holder.askToRelease();
          await Promise.race([holder.released, aborted(signal)]);
          if (signal.aborted) throw ERRORS.ERR_LOCK_TIMEOUT;
        }
        let release = () => {};
        const released = new Promise<void>((resolve) => (release = resolve));
        this.held.set(id, { askToRelease: () => void askToRelease(), released, release });
      },
      unlock: async () => {
        const holder = this.held.get(id);
        this.held.delete(id);
        holder?.release();
        return Promise.resolve();
      },
    };
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
