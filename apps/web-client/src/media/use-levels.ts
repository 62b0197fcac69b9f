import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useMedia } from './MediaRoom';
import { meteringContext, watchLevels, type Levels, type LevelsStore } from './levels';

/** Levels of the received feeds, while the component that asks is on the page. */
export function useReceivedLevels(): LevelsStore {
  const { receiver } = useMedia();
  const [store] = useState(() => createStore<Levels>(() => ({})));
  useEffect(() => watchLevels(receiver, store), [receiver, store]);
  return store;
}

/** The level of this device's own microphone, 0 to 1. */
export function useOwnLevel(track: MediaStreamTrack | undefined): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return;
    const context = meteringContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
    }, 100);
    // A context made before the person touched the page stays asleep.
    const resume = () => void context.resume();
    window.addEventListener('pointerdown', resume);
    window.addEventListener('keydown', resume);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', resume);
      window.removeEventListener('keydown', resume);
      void context.close();
      setLevel(0);
    };
  }, [track]);
  return level;
}
