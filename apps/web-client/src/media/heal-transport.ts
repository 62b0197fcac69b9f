import type { types } from 'mediasoup-client';
import { toFault } from '../live/live-socket';

/** A short break mends itself; only a longer one is worth a new ICE negotiation. Milliseconds. */
const patienceMs = 1_500;
/** How long a restart may take before it counts as failed, in milliseconds. */
const restartMs = 6_000;
const restartsBeforeGivingUp = 2;

interface Healing {
  /** Asks the server for new ICE credentials. */
  askIce: () => Promise<types.IceParameters>;
  /** Restarting does not help: the transport has to be built anew. */
  giveUp: () => void;
}

/**
 * Keeps one transport alive over network changes: ICE restart when the connection stays broken, and giving up when
 * that fails, too.
 * @returns `check` to be called when the network may have changed, `stop` when the transport is no longer wanted.
 */
export function healTransport(transport: types.Transport, { askIce, giveUp }: Healing) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restarts = 0;
  let stopped = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void restart(), ms);
  };

  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };

  const mended = () => {
    restarts = 0;
    clearTimeout(timer);
  };

  const restart = async () => {
    clearTimeout(timer);
    if (stopped) return;
    if (transport.connectionState === 'connected') return mended();
    if (transport.closed || restarts++ >= restartsBeforeGivingUp) return giveUp();
    try {
      await transport.restartIce({ iceParameters: await askIce() });
      later(restartMs);
    } catch (error) {
      const { code } = toFault(error);
      // The socket is cut as well: `check` comes when it is back.
      if (code === 'unavailable') restarts = 0;
      else if (code === 'timeout') later(0);
      else if (!stopped) giveUp();
    }
  };

  transport.on('connectionstatechange', (state) => {
    if (state === 'connected') mended();
    else if (state === 'disconnected') later(patienceMs);
    else if (state === 'failed') later(0);
  });

  return {
    check: () => {
      if (!['new', 'connected'].includes(transport.connectionState)) later(0);
    },
    stop,
  };
}
