import { createStore } from 'zustand/vanilla';
import type { MediaLink } from './media-link';
import type { Receiver } from './receiver';

/** How often meters move, in milliseconds; statistics are not free. */
const intervalMs = 200;

/** Loudness of received feeds, by feed id: 0 silence, 1 full scale. */
export type Levels = Readonly<Record<string, number>>;

/** Reads the levels of everything that is being received, from one statistics report, while somebody watches. */
export function watchLevels(link: MediaLink, receiver: Receiver) {
  const store = createStore<{ levels: Levels }>(() => ({ levels: {} }));
  const timer = setInterval(() => void read(), intervalMs);

  async function read(): Promise<void> {
    if (document.hidden) return;
    const report = await link.receivedStats()?.catch(() => null);
    if (!report) return;
    const byTrack = new Map<string, number>();
    for (const stat of stats(report))
      if (isInboundSound(stat)) byTrack.set(stat.trackIdentifier, stat.audioLevel ?? 0);
    const levels: Record<string, number> = {};
    for (const [key, track] of Object.entries(receiver.store.getState().tracks)) {
      const level = byTrack.get(track.id);
      const [feedId, kind] = key.split(':');
      if (feedId && kind === 'audio' && level !== undefined) levels[feedId] = level;
    }
    store.setState({ levels });
  }

  return { store, stop: () => clearInterval(timer) };
}

/** The members of a report; its own type says nothing about them. */
export function stats(report: RTCStatsReport): RTCStats[] {
  const all: RTCStats[] = [];
  report.forEach((stat: RTCStats) => all.push(stat));
  return all;
}

const isInboundSound = (stat: RTCStats): stat is RTCInboundRtpStreamStats =>
  stat.type === 'inbound-rtp' && 'kind' in stat && stat.kind === 'audio';

/**
 * Where a level stands on a meter of 48 dB, 0 to 1: ears hear in decibels, not in amplitudes.
 * @param level amplitude, 0 to 1
 */
export function meterPosition(level: number): number {
  if (level <= 0) return 0;
  return Math.min(1, Math.max(0, 1 + (20 * Math.log10(level)) / 48));
}
