import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { FeedDto, ShowStateDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { screenConstraints } from '../media/encodings';
import { useMedia } from '../media/MediaRoom';
import type { Publication, PublishedSource } from '../media/publisher';
import { Capture, type CaptureChoice } from './capture';
import { hallMemory } from './hall-memory';

export interface Hall {
  capture: Capture;
  camera: Publication | undefined;
  slides: Publication | undefined;
  /** Why the last thing the host did was refused. */
  fault: Fault | null;
  busy: boolean;
  /** Whether this device sends the hall's picture and sound, or is about to again after a reload. */
  sending: boolean;
  dismissFault: () => void;
  enterGreenRoom: () => void;
  leaveGreenRoom: () => void;
  setOnAir: (source: PublishedSource, onAir: boolean) => void;
  setMuted: (muted: boolean) => void;
  changeDevices: (choice: Partial<CaptureChoice>) => void;
  shareSlides: () => void;
  stopSlides: () => void;
}

/** What a host does at a hall: camera and microphone, green room, on air, slides. */
export function useHall(sessionId: string): Hall {
  const { publisher } = useMedia();
  const [capture] = useState(() => new Capture());
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const camera = useStore(publisher.store, ({ publications }) => publications.camera);
  const slides = useStore(publisher.store, ({ publications }) => publications.slides);
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
    hallMemory.write({ ...choice, sessionId });
  };

  const changeDevices = async (choice: Partial<CaptureChoice>) => {
    const { audio, video } = await capture.change(choice);
    if (!publisher.publication('camera')) return;
    if (choice.place && audio) await publisher.changePlace('camera', choice.place, audio);
    else if (audio) await publisher.changeTrack('camera', 'audio', audio);
    if (video) await publisher.changeTrack('camera', 'video', video);
    hallMemory.write({ ...capture.store.getState().choice, sessionId });
  };

  const stopSlides = async () => {
    Object.values(publisher.publication('slides')?.tracks ?? {}).forEach((track) => track.stop());
    await publisher.unpublish('slides');
  };

  const shareSlides = async () => {
    const stream = await askForScreen();
    if (!stream) return;
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    if (!video) return;
    // Sharp letters matter more than motion: https://www.w3.org/TR/mst-content-hint/
    video.contentHint = 'detail';
    // The browser's own "Stop sharing".
    video.addEventListener('ended', () => void attempt(stopSlides));
    const { place } = capture.store.getState().choice;
    await publisher.publish({ source: 'slides', place, tracks: { video, ...(audio && { audio }) } });
  };

  useEffect(() => {
    // Another device has this hall now; a reload of this page must not fight for it.
    if (refusal) hallMemory.forget();
  }, [refusal]);

  // After a reload: the same devices, the same feed, in whatever state the server has it.
  const restored = useEffectEvent(() => void attempt(enterGreenRoom));
  useEffect(() => {
    const stop = capture.watch();
    const memory = hallMemory.read(sessionId);
    if (memory) void capture.open(memory).then(restored);
    return () => {
      stop();
      publisher.clear();
    };
  }, [capture, publisher, sessionId]);

  return {
    capture,
    camera,
    slides,
    fault: fault ?? refusal,
    busy,
    sending: camera !== undefined || (!refusal && hallMemory.read(sessionId) !== null),
    dismissFault: () => {
      setFault(null);
      publisher.store.setState({ refusal: null });
    },
    enterGreenRoom: () => void attempt(enterGreenRoom),
    leaveGreenRoom: () =>
      void attempt(async () => {
        hallMemory.forget();
        await publisher.unpublish('camera');
      }),
    setOnAir: (source, onAir) => void attempt(() => publisher.setOnAir(source, onAir)),
    setMuted: (muted) => void attempt(() => publisher.mute('camera', 'audio', muted)),
    changeDevices: (choice) => void attempt(() => changeDevices(choice)),
    shareSlides: () => void attempt(shareSlides),
    stopSlides: () => void attempt(stopSlides),
  };
}

/** `null` when the person thought better of it. */
async function askForScreen(): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getDisplayMedia(screenConstraints);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
    throw error;
  }
}

/** What the server says of a feed this device publishes. */
export function feedOf({ feeds }: ShowStateDto, publication: Publication | undefined): FeedDto | undefined {
  return feeds.find(({ id }) => id === publication?.feedId);
}
