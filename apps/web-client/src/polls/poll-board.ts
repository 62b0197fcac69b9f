import type { LiveRequests, PollDto } from '@manyhalls/contracts';
import { KeptState, type LiveLink } from '../live/kept-state';
import { answered, changed, counted, initialPolls, listed, type PollsState } from './poll-state';

/** Verbs that change one poll and answer with it. */
type PollVerb = 'poll:make' | 'poll:edit' | 'poll:move' | 'poll:show-results';

/** The polls of the joined session: read after every join, and kept up with what is told. */
export class PollBoard {
  private readonly kept: KeptState<PollsState>;

  constructor(private readonly live: LiveLink) {
    this.kept = new KeptState(live, initialPolls, async () => {
      const list = await live.ask('poll:list', {});
      return (state) => listed(state, list);
    });
  }

  get store() {
    return this.kept.store;
  }

  /** @returns what closes it again */
  open(): () => void {
    return this.kept.open(
      this.live.on('poll:changed', (told) => this.kept.apply((state) => changed(state, told))),
      this.live.on('poll:counted', (told) => this.kept.apply((state) => counted(state, told))),
      this.live.on('poll:own-answered', (told) => this.kept.apply((state) => answered(state, told))),
    );
  }

  read(): Promise<void> {
    return this.kept.read();
  }

  /**
   * What is stored is told to all of the person's devices, this one included, before this one is answered: of two
   * that answer at once the later one counts on both.
   * @throws {Fault} `conflict` when the poll is closed; `too-many-requests`
   */
  async answer(pollId: string, choices: number[]): Promise<void> {
    await this.live.ask('poll:answer', { pollId, choices });
  }

  /** What moderators do. @throws {Fault} after a conflict, with the present state already read */
  async request<Verb extends PollVerb>(verb: Verb, body: LiveRequests[Verb]['request']): Promise<void> {
    const poll = await this.orRead(this.live.ask(verb, body));
    this.kept.apply((state) => changed(state, { poll, deleted: false }));
  }

  /** Deletes a draft. @throws {Fault} as `request` */
  async delete(poll: PollDto): Promise<void> {
    await this.orRead(this.live.ask('poll:delete', { pollId: poll.id, version: poll.version }));
    this.kept.apply((state) => changed(state, { poll, deleted: true }));
  }

  private async orRead<Reply>(asking: Promise<Reply>): Promise<Reply> {
    try {
      return await asking;
    } catch (error) {
      await this.read();
      throw error;
    }
  }
}
