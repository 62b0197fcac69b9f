/** What was read of one stream of a file, its times in seconds from the beginning of the file. */
export interface StreamTimes {
  kind: 'video' | 'audio';
  width: number;
  height: number;
  packets: number;
  first: number;
  end: number;
}

/** Reads what ffmpeg's `framecrc` writes: a line for every packet of every stream, after some that begin with `#`. */
export class Packets {
  private readonly byIndex = new Map<number, StreamTimes & { tick: number }>();

  take(line: string): void {
    const [, word, index, value] = /^#(\w+) (\d+): (.*)$/.exec(line) ?? [];
    if (word !== undefined) return this.takeFact(word, Number(index), value ?? '');
    if (line.startsWith('#')) return;
    const [stream, dts, pts, duration] = line.split(',', 4).map(Number);
    const times = this.byIndex.get(stream ?? NaN);
    if (!times || dts === undefined || pts === undefined || duration === undefined) return;
    // Old containers give no time of presentation.
    const at = (pts < -Number.MAX_SAFE_INTEGER ? dts : pts) * times.tick;
    times.packets += 1;
    times.first = Math.min(times.first, at);
    times.end = Math.max(times.end, at + duration * times.tick);
  }

  /** In the order in which they were asked for. */
  of(kind: 'video' | 'audio'): StreamTimes[] {
    return [...this.byIndex.values()].filter((times) => times.kind === kind);
  }

  /** How far the reading has come. */
  get end(): number {
    return Math.max(0, ...[...this.byIndex.values()].map(({ end }) => end));
  }

  private takeFact(word: string, index: number, value: string): void {
    const none = {
      kind: 'video',
      width: 0,
      height: 0,
      packets: 0,
      first: Infinity,
      end: 0,
      tick: 1,
    } as const;
    const times = this.byIndex.get(index) ?? { ...none };
    this.byIndex.set(index, times);
    if (word === 'tb') times.tick = seconds(value);
    if (word === 'media_type') times.kind = value === 'audio' ? 'audio' : 'video';
    if (word === 'dimensions') [times.width = 0, times.height = 0] = value.split('x').map(Number);
  }
}

function seconds(fraction: string): number {
  const [over, under] = fraction.split('/').map(Number);
  return (over ?? NaN) / (under ?? NaN);
}
