import { Injectable } from '@nestjs/common';
import { Fault, type GoDto, type TakeDto } from '@manyhalls/contracts';
import { nextCueId, runs } from '@manyhalls/domain';
import { GreetingRows } from '../greetings/greeting-rows.service';
import { Playing } from '../greetings/playback/playing.service';
import type { Cue } from './cue';
import { cueConflict, takeConflict, toTakeDto } from './cue-views';
import type { Editor, HeldRundown } from './held-rundown';
import { RundownChanges } from './rundown-changes.service';
import { RundownRows } from './rundown-rows.service';
import { openTake } from './takes';

/** Running the show: one person presses, and everybody is on the next cue. */
@Injectable()
export class CueTaking {
  constructor(
    private readonly changes: RundownChanges,
    private readonly rows: RundownRows,
    private readonly greetings: GreetingRows,
    private readonly playing: Playing,
  ) {}

  /**
   * @throws {Fault} `conflict` for a skipped cue, while nothing runs, and for a greeting that cannot be played;
   * `not-found`
   */
  async standby(sessionId: string, cueId: string | null): Promise<void> {
    const { cues } = await this.rows.read(sessionId);
    const greetingId = cues.find(({ id }) => id === cueId)?.greetingId;
    if (greetingId) await this.playing.demandPlayable(await this.greetings.findOne({ id: greetingId }));
    await this.changes.change(sessionId, async (held) => {
      demandRunning(held);
      if (cueId !== null) demandNotSkipped(held, cueId);
      await held.setStandby(cueId);
    });
  }

  /**
   * Takes a cue, whichever it is; the one after it comes on standby. It waits for no media.
   * @throws {Fault} `conflict` with the present take and who took it, when it is not the one that was seen; for a
   * skipped cue; while nothing runs. `not-found`
   */
  async go(caller: Editor, sessionId: string, { cueId, afterTakeId }: GoDto): Promise<TakeDto> {
    const { result } = await this.changes.change(sessionId, async (held) => {
      demandRunning(held);
      const { present, was } = held;
      if ((present?.id ?? null) !== afterTakeId)
        throw takeConflict(
          present,
          present ? `${present.takenBy} was first` : 'what was on programme has ended',
        );
      const cue = demandNotSkipped(held, cueId);
      const lengthSeconds = await this.lengthOf(held, cue);
      const take = await openTake(held, { id: cueId, lengthSeconds }, caller, new Date());
      await held.setStandby(nextCueId(was.cues, cueId));
      return take;
    });
    return toTakeDto(result);
  }

  /** A greeting is as long as it is, whatever was planned before it was there. */
  private async lengthOf({ manager }: HeldRundown, { greetingId, lengthSeconds }: Cue): Promise<number> {
    if (greetingId === null) return lengthSeconds;
    const [greeting] = await this.greetings.find({ id: greetingId }, manager);
    return Math.ceil(greeting?.files?.large.lengthSeconds ?? lengthSeconds);
  }
}

function demandRunning({ session }: HeldRundown): void {
  const { status } = session;
  if (!runs(status))
    throw new Fault('conflict', `nothing is taken while the session is ${status}`, { sessionStatus: status });
}

function demandNotSkipped(held: HeldRundown, cueId: string) {
  const cue = held.cue(cueId);
  if (cue.skipped) throw cueConflict(cue, `${cue.changedBy} has this cue skipped`);
  return cue;
}
