import type { AskFromFloorDto, AskQuestionDto, CrewQuestionDto } from '@manyhalls/contracts';
import { KeptState, type LiveLink } from '../live/kept-state';
import {
  changed,
  counted,
  initialQuestions,
  listed,
  ownChanged,
  voted,
  type QuestionsState,
} from './question-state';

/** The questions of the joined session: read after every join, and kept up with what is told. */
export class QuestionBoard {
  private readonly kept: KeptState<QuestionsState>;

  constructor(private readonly live: LiveLink) {
    this.kept = new KeptState(live, initialQuestions, async () => {
      const list = await live.ask('question:list', {});
      return (state) => listed(state, list);
    });
  }

  get store() {
    return this.kept.store;
  }

  /** @returns what closes it again */
  open(): () => void {
    return this.kept.open(
      this.live.on('question:changed', (told) => this.kept.apply((state) => changed(state, told))),
      this.live.on('question:own-changed', (own) => this.kept.apply((state) => ownChanged(state, own))),
      this.live.on('question:voted', ({ counts }) => this.kept.apply((state) => counted(state, counts))),
    );
  }

  read(): Promise<void> {
    return this.kept.read();
  }

  /** @throws {Fault} `too-many-requests` with `details.retryAfterMs` */
  async ask(question: AskQuestionDto): Promise<void> {
    const own = await this.live.ask('question:ask', question);
    this.kept.apply((state) => ownChanged(state, own));
  }

  /** @throws {Fault} as `ask` */
  async askFromFloor(question: AskFromFloorDto): Promise<void> {
    const own = await this.live.ask('question:ask-from-floor', question);
    this.kept.apply((state) => ownChanged(state, own));
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
        this.kept.apply((state) => voted(counted(state, [count]), questionId, stored));
      } while (this.wish(questionId) !== asked);
    } finally {
      this.setWish(questionId, undefined);
    }
  }

  /** Keeps what a moderator's own request was answered with. */
  learn(question: CrewQuestionDto): void {
    this.kept.apply((state) => changed(state, { questions: [question], removedIds: [] }));
  }

  private wish(questionId: string): boolean | undefined {
    return this.store.getState().wishes[questionId];
  }

  private setWish(questionId: string, on: boolean | undefined): void {
    const { [questionId]: _, ...others } = this.store.getState().wishes;
    this.store.setState({ wishes: on === undefined ? others : { ...others, [questionId]: on } });
  }
}
