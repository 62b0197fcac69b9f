import { Injectable } from '@nestjs/common';
import type { HoldDto, TakeDto } from '@manyhalls/contracts';
import { takeConflict, toTakeDto } from './cue-views';
import { RundownChanges } from './rundown-changes.service';
import { TakeEntity } from './rundown.entity';
import { released } from './takes';

/** The time of the cue on programme stands still: by hand, or because its greeting is paused. */
@Injectable()
export class TakeHolding {
  constructor(private readonly changes: RundownChanges) {}

  /**
   * Lets the time of the present cue stand still, or run again. Nothing happens when it does already.
   * @throws {Fault} `conflict` with the present take when it is another one
   */
  async hold(sessionId: string, { takeId, held: shallBeHeld }: HoldDto): Promise<TakeDto> {
    const { result } = await this.changes.change(sessionId, async (held) => {
      const { present, manager } = held;
      if (present?.id !== takeId) throw takeConflict(present, 'this take is not on programme');
      if ((present.heldSince !== null) === shallBeHeld) return present;
      const now = new Date();
      const change = shallBeHeld ? { heldSince: now } : released(present, now);
      await manager.update(TakeEntity, { id: takeId }, change);
      return { ...present, ...change };
    });
    return toTakeDto(result);
  }
}
