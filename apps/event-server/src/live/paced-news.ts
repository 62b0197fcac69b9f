/**
 * Tells what is new at once when nothing was told for a while, and otherwise when the pause is over, everything
 * together: a quiet session waits for nothing, and a busy one is not flooded.
 */
export class PacedNews<Item> {
  /** What was told about just now, with what came since. */
  private readonly pausing = new Map<string, { timer: NodeJS.Timeout; since: Item[] }>();

  /** @param pauseMs the shortest time between two tellings about one key */
  constructor(
    private readonly pauseMs: number,
    private readonly tell: (key: string, items: Item[]) => void,
  ) {}

  /** @param key such as a session: each has a pause of its own */
  add(key: string, ...items: Item[]): void {
    const pause = this.pausing.get(key);
    if (pause) pause.since.push(...items);
    else this.tellAndPause(key, items);
  }

  /** What waits is not told any more. */
  stop(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer);
    this.pausing.clear();
  }

  private tellAndPause(key: string, items: Item[]): void {
    const since: Item[] = [];
    const timer = setTimeout(() => {
      this.pausing.delete(key);
      if (since.length > 0) this.tellAndPause(key, since);
    }, this.pauseMs);
    this.pausing.set(key, { timer, since });
    this.tell(key, items);
  }
}
