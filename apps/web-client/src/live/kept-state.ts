import { createStore } from 'zustand/vanilla';
import type { LiveSession } from './live-session';
import { retryDelay } from './retry';

export type LiveLink = Pick<LiveSession, 'ask' | 'on' | 'listen' | 'store'>;
export type Change<State> = (state: State) => State;

/** Something of the joined session: read whole after every join, and kept up with what is told. */
export class KeptState<State extends object> {
  readonly store;
  /** What was told while the whole is being read: it may be newer. */
  private meanwhile: Change<State>[] | null = null;
  /** Grows with every reading; the answer to an older one is of no interest. */
  private reading = 0;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** @param readAll asks the server, and tells what its answer makes of the state */
  constructor(
    private readonly live: LiveLink,
    initial: State,
    private readonly readAll: () => Promise<Change<State>>,
  ) {
    this.store = createStore<State>(() => initial);
  }

  /**
   * Begins to listen and to read.
   * @param stops what ends the listening to whatever is told
   * @returns what closes it again
   */
  open(...stops: (() => void)[]): () => void {
    stops.push(this.live.listen({ joined: () => void this.read(), left: () => undefined }));
    if (this.live.store.getState().connection === 'joined') void this.read();
    return () => {
      this.reading++;
      clearTimeout(this.retry);
      for (const stop of stops) stop();
    };
  }

  /** Reads all there is. A cut connection is no failure: the rejoin reads again. */
  async read(): Promise<void> {
    clearTimeout(this.retry);
    const reading = ++this.reading;
    this.meanwhile = [];
    try {
      const answered = await this.readAll();
      if (reading !== this.reading) return;
      this.failures = 0;
      const told = this.meanwhile ?? [];
      this.meanwhile = null;
      this.store.setState((state) => told.reduce((known, change) => change(known), answered(state)));
    } catch {
      if (reading !== this.reading || this.live.store.getState().connection !== 'joined') return;
      this.retry = setTimeout(() => void this.read(), retryDelay(this.failures++));
    }
  }

  apply(change: Change<State>): void {
    this.meanwhile?.push(change);
    this.store.setState(change);
  }
}
