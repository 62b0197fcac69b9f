import { createStore } from 'zustand/vanilla';
import type { LiveRequests, PollDto } from '@manyhalls/contracts';
import type { LiveSession } from '../live/live-session';
import { retryDelay } from '../live/retry';
import { answered, changed, counted, initialPolls, listed, type PollsState } from './poll-state';

export type PollLink = Pick<LiveSession, 'ask' | 'on' | 'listen' | 'store'>;

type Change = (state: PollsState) => PollsState;

/** Verbs that change one poll and answer with it. */
type PollVerb = 'poll:make' | 'poll:edit' | 'poll:move' | 'poll:show-results';

/** The polls of the joined session: read after every join, and kept up with what is told. */
export class PollBoard {
  readonly store = createStore<PollsState>(() => initialPolls);
  /** What was told while the list is being read: it may be newer than the list. */
  private meanwhile: Change[] | null = null;
  /** Grows with every reading; the answer to an older one is of no interest. */
  private reading = 0;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly live: PollLink) {}

  /** @returns what closes it again */
  open(): () => void {
    const stops = [
      this.live.listen({ joined: () => void this.read(), left: () => undefined }),
      this.live.on('poll:changed', (told) => this.apply((state) => changed(state, told))),
      this.live.on('poll:counted', (told) => this.apply((state) => counted(state, told))),
    ];
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
      const list = await this.live.ask('poll:list', {});
      if (reading !== this.reading) return;
      this.failures = 0;
      const told = this.meanwhile ?? [];
      this.meanwhile = null;
      this.store.setState((state) => told.reduce((known, change) => change(known), listed(state, list)));
    } catch {
      if (reading !== this.reading || this.live.store.getState().connection !== 'joined') return;
      this.retry = setTimeout(() => void this.read(), retryDelay(this.failures++));
    }
  }

  /** @throws {Fault} `conflict` when the poll is closed; `too-many-requests` */
  async answer(pollId: string, choices: number[]): Promise<void> {
    const answer = await this.live.ask('poll:answer', { pollId, choices });
    this.apply((state) => answered(state, answer));
  }

  /** What moderators do. @throws {Fault} after a conflict, with the present state already read */
  async request<Verb extends PollVerb>(verb: Verb, body: LiveRequests[Verb]['request']): Promise<void> {
    const poll = await this.orRead(this.live.ask(verb, body));
    this.apply((state) => changed(state, { poll, deleted: false }));
  }

  /** Deletes a draft. @throws {Fault} as `request` */
  async delete(poll: PollDto): Promise<void> {
    await this.orRead(this.live.ask('poll:delete', { pollId: poll.id, version: poll.version }));
    this.apply((state) => changed(state, { poll, deleted: true }));
  }

  private async orRead<Reply>(asking: Promise<Reply>): Promise<Reply> {
    try {
      return await asking;
    } catch (error) {
      await this.read();
      throw error;
    }
  }

  private apply(change: Change): void {
    this.meanwhile?.push(change);
    this.store.setState(change);
  }
}
