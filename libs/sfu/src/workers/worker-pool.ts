import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '@manyhalls/contracts';
import type { NodeEngineSettings } from '../settings';
import { startMediaWorker, type MediaWorker } from './media-worker';

/** How long to wait before trying again to replace a worker, in milliseconds: first, and at most. */
const firstRetryMs = 100;
const lastRetryMs = 5000;

/** The node's workers. One that dies is replaced, for as long as the pool is open. */
export class WorkerPool {
  private readonly alive = new Map<number, MediaWorker>();
  private readonly starting = new Map<number, Promise<void>>();
  private readonly closing = new AbortController();

  private died: (worker: MediaWorker) => void = () => undefined;

  private constructor(private readonly settings: NodeEngineSettings) {}

  /** @throws {Error} when a worker cannot be started; then none is left running. */
  static async start(settings: NodeEngineSettings): Promise<WorkerPool> {
    const pool = new WorkerPool(settings);
    const numbers = Array.from({ length: settings.workers }, (_, number) => number);
    const starts = await Promise.allSettled(numbers.map((number) => pool.add(number)));
    const failure = starts.find((start) => start.status === 'rejected');
    if (!failure) return pool;
    await pool.close();
    throw failure.reason;
  }

  /** The listener is called when a worker died, after mediasoup has closed its routers. */
  onDied(listener: (worker: MediaWorker) => void): void {
    this.died = listener;
  }

  get workers(): MediaWorker[] {
    return [...this.alive.values()];
  }

  /**
   * The worker with the smallest figure. Where all are being replaced, waits for the first.
   * @throws {Fault} `media-unavailable` when the pool is closed.
   */
  async pick(figure: (worker: MediaWorker) => number): Promise<MediaWorker> {
    if (this.alive.size === 0) await Promise.race(this.starting.values());
    const [least] = this.workers.toSorted((a, b) => figure(a) - figure(b) || a.number - b.number);
    if (!least) throw new Fault('media-unavailable', 'no media worker runs on this node now');
    return least;
  }

  /** Ends when every worker process is gone. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.starting.values());
    await Promise.all(
      this.workers.map(async ({ worker }) => {
        const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
        worker.close();
        // mediasoup itself closes all workers on SIGTERM and SIGINT, and they may be gone before it is our turn.
        if (!worker.subprocessClosed) await gone;
      }),
    );
    this.alive.clear();
  }

  private async add(number: number): Promise<void> {
    const worker = await startMediaWorker(this.settings, number);
    this.alive.set(number, worker);
    worker.worker.once('died', () => {
      this.alive.delete(number);
      // First, so that who is told of the death finds a replacement to wait for.
      this.starting.set(
        number,
        this.replace(number).finally(() => this.starting.delete(number)),
      );
      this.died(worker);
    });
  }

  private async replace(number: number): Promise<void> {
    for (let delay = firstRetryMs; !this.closing.signal.aborted; delay = Math.min(delay * 2, lastRetryMs)) {
      try {
        return await this.add(number);
      } catch (error) {
        console.error(`${this.settings.nodeId}: worker ${number} could not be replaced:`, error);
        await wait(delay, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
  }
}
