import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '@manyhalls/contracts';

export interface GroupBounds {
  /** How many items go together at most. */
  group: number;
  /** How many may wait behind them. */
  waiting: number;
  /** How long a group may take before its senders are told to try again. */
  patienceMs: number;
  /** How long to gather after a group, for what everybody is told about and nobody is in a hurry for. */
  pauseMs: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/**
 * Writes items in groups: the first one at once, and whatever comes while it is being written together after it. So a
 * quiet channel waits for nothing, and a busy one pays for one transaction instead of hundreds.
 */
export class GroupedWriter<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private writing = false;
  private readonly bounds: GroupBounds;

  /** @param writeMany gives a result or a fault for each item, in their order; when it throws, all of them failed */
  constructor(
    private readonly writeMany: (items: Item[]) => Promise<(Result | Fault)[]>,
    bounds: Partial<GroupBounds> = {},
  ) {
    this.bounds = { group: 500, waiting: 5_000, patienceMs: 1_500, pauseMs: 0, ...bounds };
  }

  /**
   * Resolves when the item is stored.
   * @throws {Fault} the item's own; `unavailable` when too many wait or it takes too long: it may be stored all the
   * same, so the sender's retry must carry an id of its own
   */
  write(item: Item): Promise<Result> {
    if (this.waiting.length >= this.bounds.waiting) return Promise.reject(tooSlow());
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      await this.writeGroup(this.waiting.splice(0, this.bounds.group));
      if (this.bounds.pauseMs > 0) await wait(this.bounds.pauseMs);
    }
    this.writing = false;
  }

  private async writeGroup(group: Waiting<Item, Result>[]): Promise<void> {
    // A transaction that hangs is left to itself: the others must not hang with it.
    let timer: NodeJS.Timeout | undefined;
    const lateness = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(tooSlow());
        for (const behind of this.waiting.splice(0)) behind.reject(tooSlow());
      }, this.bounds.patienceMs);
    });
    try {
      const results = await Promise.race([this.writeMany(group.map(({ item }) => item)), lateness]);
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index];
        if (result instanceof Fault) reject(result);
        else resolve(result as Result);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

const tooSlow = () => new Fault('unavailable', 'the database does not keep up, try again');
