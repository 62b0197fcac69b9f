import type { LiveRequests } from '@manyhalls/contracts';
import { KeptState, type LiveLink } from '../live/kept-state';
import { changed, initialRundown, isGap, listed, type RundownState } from './rundown-state';

/** Verbs that write the rundown. */
type EditVerb = Extract<keyof LiveRequests, `rundown:${string}`>;

/** The rundown of the joined session: read after every join, and kept up with what is told. */
export class RundownBoard {
  private readonly kept: KeptState<RundownState>;

  constructor(private readonly live: LiveLink) {
    this.kept = new KeptState(live, initialRundown, async () => {
      const rundown = await live.ask('rundown:read', {});
      return () => listed(rundown);
    });
  }

  get store() {
    return this.kept.store;
  }

  /** @returns what closes it again */
  open(): () => void {
    return this.kept.open(
      this.live.on('rundown:changed', (told) => {
        if (isGap(this.store.getState(), told)) void this.kept.read();
        else this.kept.apply((state) => changed(state, told));
      }),
    );
  }

  /** What editors do; the change itself arrives as it does for everybody. @throws {Fault} */
  request<Verb extends EditVerb>(verb: Verb, body: LiveRequests[Verb]['request']) {
    return this.live.ask(verb, body);
  }

  /** @throws {Fault} `conflict` where it cannot be prepared */
  async standBy(cueId: string | null): Promise<void> {
    await this.live.ask('cue:standby', { cueId });
  }

  /**
   * Takes a cue after the take that was seen, so that a second press, here or elsewhere, does nothing.
   * @throws {Fault} `conflict` when another was first
   */
  async go(cueId: string, afterTakeId: string | null): Promise<void> {
    await this.live.ask('cue:go', { cueId, afterTakeId });
  }

  /** @throws {Fault} `conflict` when the take is over */
  async hold(takeId: string, held: boolean): Promise<void> {
    await this.live.ask('cue:hold', { takeId, held });
  }
}
