import { setTimeout as wait } from 'node:timers/promises';
import { cpuSeconds } from '../lib/processes';
import { sum } from '../lib/statistics';

/** The processes that play, by what they are. */
export interface Players {
  ffmpeg: number[];
  worker: number[];
  javaScript: number[];
}

/** Shares of a core. */
export type Shares = Record<keyof Players, number>;

export const whole = ({ ffmpeg, worker, javaScript }: Shares): number => ffmpeg + worker + javaScript;

/** What each kind uses during that time. */
export async function sharesDuring(milliseconds: number, players: Players): Promise<Shares> {
  const read = (pids: number[]) => sum(pids.map(cpuSeconds));
  const all = (): Shares => ({
    ffmpeg: read(players.ffmpeg),
    worker: read(players.worker),
    javaScript: read(players.javaScript),
  });
  const began = performance.now();
  const before = all();
  await wait(milliseconds);
  const after = all();
  const seconds = (performance.now() - began) / 1000;
  const share = (kind: keyof Players) => (after[kind] - before[kind]) / seconds;
  return { ffmpeg: share('ffmpeg'), worker: share('worker'), javaScript: share('javaScript') };
}
