import { createStore } from 'zustand/vanilla';
import type { AskFromFloorDto, AskQuestionDto, CrewQuestionDto } from '@manyhalls/contracts';
import type { LiveSession } from '../live/live-session';
import { retryDelay } from '../live/retry';
import {
  changed,
  counted,
  initialQuestions,
  listed,
  ownChanged,
  voted,
  type QuestionsState,
} from './question-state';

export type QuestionLink = Pick<LiveSession, 'ask' | 'on' | 'listen' | 'store'>;

type Change = (state: QuestionsState) => QuestionsState;

/** The questions of the joined session: read after every join, and kept up with what is told. */
export class QuestionBoard {
  readonly store = createStore<QuestionsState>(() => initialQuestions);
  /** What was told while the list is being read: it may be newer than the list. */
  private meanwhile: Change[] | null = null;
  /** Grows with every reading; the answer to an older one is of no interest. */
  private reading = 0;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly live: QuestionLink) {}

  /** @returns what closes it again */
  open(): () => void {
    const stops = [
      this.live.listen({ joined: () => void this.read(), left: () => undefined }),
      this.live.on('question:changed', (told) => this.apply((state) => changed(state, told))),
      this.live.on('question:own-changed', (own) => this.apply((state) => ownChanged(state, own))),
      this.live.on('question:voted', ({ counts }) => this.apply((state) => counted(state, counts))),
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
      const list = await this.live.ask('question:list', {});
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

  /** @throws {Fault} `too-many-requests` with `details.retryAfterMs` */
  async ask(question: AskQuestionDto): Promise<void> {
    const own = await this.live.ask('question:ask', question);
    this.apply((state) => ownChanged(state, own));
  }

  /** @throws {Fault} as `ask` */
  async askFromFloor(question: AskFromFloorDto): Promise<void> {
    const own = await this.live.ask('question:ask-from-floor', question);
    this.apply((state) => ownChanged(state, own));
  }

  /**
   * Votes, or takes the vote back. Shown at once; what is pressed while an answer is awaited is asked after it.
   * @throws {Fault} the server's refusal; what is shown is the stored vote again
   */
  async vote(questionId: string, on: boolean): Promise<void> {
    const underWay = this.wish(questionId) !== undefined;
    this.setWish(questionId, on);
    if (underWay) return;
    try {
      let asked: boolean;
      do {
        asked = this.wish(questionId) ?? on;
        const count = await this.live.ask('question:vote', { questionId, on: asked });
        const stored = asked;
        this.apply((state) => voted(counted(state, [count]), questionId, stored));
      } while (this.wish(questionId) !== asked);
    } finally {
      this.setWish(questionId, undefined);
    }
  }

  /** Keeps what a moderator's own request was answered with. */
  learn(question: CrewQuestionDto): void {
    this.apply((state) => changed(state, { questions: [question], removedIds: [] }));
  }

  private apply(change: Change): void {
    this.meanwhile?.push(change);
    this.store.setState(change);
  }

  private wish(questionId: string): boolean | undefined {
    return this.store.getState().wishes[questionId];
  }

  private setWish(questionId: string, on: boolean | undefined): void {
    const { [questionId]: _, ...others } = this.store.getState().wishes;
    this.store.setState({ wishes: on === undefined ? others : { ...others, [questionId]: on } });
  }
}
