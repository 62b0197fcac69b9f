import type { CueContentDto, CueDto } from '@manyhalls/contracts';
import { writeRundown } from '../../../factories/rundown';
import { now } from '../clock';
import type { LivePeer } from './live-peer';

export interface Go {
  takeId: string;
  /** When it was pressed, on the clock of `now`, and on that of `Date`, which pages know. */
  at: number;
  date: number;
}

/** The rundown of a session in the hands of its show caller. */
export class Rundown {
  private presentTakeId: string | null = null;

  private constructor(
    private readonly caller: LivePeer,
    readonly cues: CueDto[],
  ) {}

  static async write(caller: LivePeer, ...cues: Partial<CueContentDto>[]): Promise<Rundown> {
    return new Rundown(caller, await writeRundown(caller, ...cues));
  }

  async standby(index: number): Promise<void> {
    await this.caller.ask('cue:standby', { cueId: this.idOf(index) });
  }

  async go(index: number): Promise<Go> {
    const pressed = { at: now(), date: Date.now() };
    const request = { cueId: this.idOf(index), afterTakeId: this.presentTakeId };
    const { id: takeId } = await this.caller.ask('cue:go', request);
    this.presentTakeId = takeId;
    return { takeId, ...pressed };
  }

  private idOf(index: number): string {
    const cue = this.cues[index];
    if (!cue) throw new RangeError(`there is no cue ${index}`);
    return cue.id;
  }
}
