import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { Capture } from '../hall/capture';
import { useMedia } from '../media/MediaRoom';
import type { Publication } from '../media/publisher';
import { speakerMemory } from './speaker-memory';

export interface Speaker {
  capture: Capture;
  /** What is sent; nothing before the person agrees. */
  camera: Publication | undefined;
  busy: boolean;
  fault: Fault | null;
  /** Another of the person's devices sends now. */
  taken: Fault | null;
  enterGreenRoom: () => void;
  setMuted: (muted: boolean) => void;
}

/** Camera and microphone of an attendee during one turn; everything is switched off when the turn is over. */
export function useSpeaker(handId: string): Speaker {
  const { publisher } = useMedia();
  const [capture] = useState(() => new Capture());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const camera = useStore(publisher.store, ({ publications }) => publications.camera);
  const refusal = useStore(publisher.store, (state) => state.refusal);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(null);
    await work().catch((error: unknown) => setFault(asFault(error)));
    setBusy(false);
  };
  const enterGreenRoom = async () => {
    const { tracks, choice } = capture.store.getState();
    await publisher.publish({ source: 'camera', place: choice.place, tracks });
    speakerMemory.write(handId);
  };

  useEffect(() => {
    // A reload of this page must not fight for the turn.
    if (refusal) speakerMemory.forget();
  }, [refusal]);

  const restored = useEffectEvent(() => void attempt(enterGreenRoom));
  useEffect(() => {
    const stop = capture.watch();
    if (speakerMemory.read() === handId) void capture.open().then(restored);
    return () => {
      stop();
      publisher.clear();
      speakerMemory.forget();
    };
  }, [capture, publisher, handId]);

  return {
    capture,
    camera,
    busy,
    fault: fault ?? refusal,
    taken: refusal?.code === 'conflict' ? refusal : null,
    enterGreenRoom: () => void attempt(enterGreenRoom),
    setMuted: (muted) => void attempt(() => publisher.mute('camera', 'audio', muted)),
  };
}
