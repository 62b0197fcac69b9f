import type { StoreApi } from 'zustand/vanilla';
import type { Receiver } from './receiver';

/** How often meters move, in milliseconds; statistics are not free. */
const intervalMs = 200;
/** How many samples a meter looks at: 43 ms. */
const fftSize = 2048;

/** Loudness of received feeds, by feed id: 0 silence, 1 full scale. */
export type Levels = Readonly<Record<string, number>>;
/** Only the meter of a feed is drawn anew when its level changes. */
export type LevelsStore = StoreApi<Levels>;

/** Is heard by nobody: with the longest buffer it wakes up seldom, as pages with meters are open all day. */
export const meteringContext = () => new AudioContext({ latencyHint: 'playback' });

/**
 * Measures everything that is being received while somebody watches, however loud it is played here: what the browser's
 * own statistics call the level is after the volume. Each track has to be played, silently if need be.
 *
 * @returns what ends it
 */
export function watchLevels(receiver: Receiver, store: LevelsStore): () => void {
  const context = meteringContext();
  const meters = new Map<MediaStreamTrack, { source: AudioNode; analyser: AnalyserNode }>();
  const samples = new Float32Array(fftSize);
  const timer = setInterval(read, intervalMs);

  function read(): void {
    if (document.hidden) return;
    // A context made before the person touched the page stays asleep.
    if (context.state === 'suspended') void context.resume();
    const sounds = Object.entries(receiver.store.getState().tracks).filter(
      ([, { kind }]) => kind === 'audio',
    );
    const tracks = new Set(sounds.map(([, track]) => track));
    for (const [track, { source }] of meters)
      if (!tracks.has(track)) {
        source.disconnect();
        meters.delete(track);
      }
    const levels: Record<string, number> = {};
    for (const [key, track] of sounds) {
      const { analyser } = meters.get(track) ?? measure(track);
      analyser.getFloatTimeDomainData(samples);
      const [feedId = ''] = key.split(':');
      levels[feedId] = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    }
    store.setState(levels, true);
  }

  function measure(track: MediaStreamTrack) {
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const meter = { source, analyser: new AnalyserNode(context, { fftSize }) };
    source.connect(meter.analyser);
    meters.set(track, meter);
    return meter;
  }

  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** The members of a report; its own type says nothing about them. */
export function stats(report: RTCStatsReport): RTCStats[] {
  const all: RTCStats[] = [];
  report.forEach((stat: RTCStats) => all.push(stat));
  return all;
}

/**
 * Where a level stands on a meter of 48 dB, 0 to 1: ears hear in decibels, not in amplitudes.
 * @param level amplitude, 0 to 1
 */
export function meterPosition(level: number): number {
  if (level <= 0) return 0;
  return Math.min(1, Math.max(0, 1 + (20 * Math.log10(level)) / 48));
}
