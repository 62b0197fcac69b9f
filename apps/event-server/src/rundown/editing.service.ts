import { Injectable } from '@nestjs/common';
import {
  Fault,
  type AddCueDto,
  type CueDto,
  type EditCueDto,
  type MoveCueDto,
  type SeenCueDto,
  type SkipCueDto,
} from '@manyhalls/contracts';
import { movedAfter, nextCueId, runs } from '@manyhalls/domain';
import { GreetingRows } from '../greetings/greeting-rows.service';
import { toCueDto } from './cue-views';
import type { Editor, HeldRundown } from './held-rundown';
import { RundownChanges } from './rundown-changes.service';
import { CueEntity } from './rundown.entity';
import { writtenCue } from './written-cue';

/** Writing the plan of a session. */
@Injectable()
export class CueEditing {
  constructor(
    private readonly changes: RundownChanges,
    private readonly greetings: GreetingRows,
  ) {}

  /**
   * Once, however often it is sent.
   * @throws {Fault} `not-found` for the cue before; `bad-request`; `conflict` when the id is another cue's
   */
  async add(editor: Editor, sessionId: string, { id, afterCueId, ...dto }: AddCueDto): Promise<CueDto> {
    return this.changeOne(sessionId, id, async (held) => {
      const { manager, session, was } = held;
      if (was.cues.some((cue) => cue.id === id)) return;
      if (await manager.existsBy(CueEntity, { id }))
        throw new Fault('conflict', 'this id belongs to another cue, or one that was removed');
      if (afterCueId !== null) held.cue(afterCueId);
      const content = writtenCue(dto, session);
      await this.demandGreeting(held, content.greetingId);
      const state = { skipped: false, adLib: session.status === 'live', removedAt: null };
      await held.insert(editor, { id, sessionId, position: 0, ...content, ...state });
      await held.writeOrder(editor, movedAfter(held.order, id, afterCueId));
      if (was.standbyCueId === null && runs(session.status) && isNext(held, id, afterCueId))
        await held.setStandby(id);
    });
  }

  /** @throws {Fault} `conflict` with the present cue and who changed it; `bad-request`, `not-found` */
  async edit(editor: Editor, sessionId: string, request: EditCueDto): Promise<CueDto> {
    return this.changeOne(sessionId, request.cueId, async (held) => {
      const cue = held.seenCue(request);
      const content = writtenCue(request, held.session);
      if (content.greetingId !== cue.greetingId) await this.demandGreeting(held, content.greetingId);
      await held.write(editor, 'edit', cue, content);
    });
  }

  /** @throws {Fault} `conflict` with the present cue, also while it is on programme; `not-found` */
  async skip(editor: Editor, sessionId: string, request: SkipCueDto): Promise<CueDto> {
    const { skipped } = request;
    return this.changeOne(sessionId, request.cueId, async (held) => {
      const cue = held.seenCue(request);
      if (skipped) held.demandNotPresent(cue);
      await held.write(editor, skipped ? 'skip' : 'unskip', cue, { skipped });
      if (skipped) await held.passStandbyOn(cue);
    });
  }

  /** @throws {Fault} `conflict` with the present order and who changed it; `not-found` */
  async move(
    editor: Editor,
    sessionId: string,
    { cueId, afterCueId, orderVersion }: MoveCueDto,
  ): Promise<void> {
    await this.changes.change(sessionId, async (held) => {
      const { was } = held;
      if (was.orderVersion !== orderVersion)
        throw new Fault('conflict', `${was.orderChangedBy} has changed the order meanwhile`, {
          order: was.cues.map(({ id }) => id),
          orderVersion: was.orderVersion,
          changedBy: was.orderChangedBy,
        });
      const cue = held.cue(cueId);
      if (afterCueId !== null) held.cue(afterCueId);
      if (afterCueId === cueId) throw new Fault('bad-request', 'a cue cannot follow itself');
      const order = movedAfter(held.order, cueId, afterCueId);
      await held.writeOrder(editor, order);
      const place = (ids: string[]) => ({ position: ids.indexOf(cue.id) + 1 });
      await held.note(editor, 'move', cue.id, place(held.order), place(order));
    });
  }

  /** @throws {Fault} `conflict` with the present cue, also while it is on programme; `not-found` */
  async remove(editor: Editor, sessionId: string, request: SeenCueDto): Promise<void> {
    await this.changes.change(sessionId, async (held) => {
      const cue = held.seenCue(request);
      held.demandNotPresent(cue);
      await held.write(editor, 'remove', cue, { removedAt: new Date() });
      await held.writeOrder(editor, held.order);
      await held.passStandbyOn(cue);
    });
  }

  /** Where it stood. Nothing happens to one that is there. @throws {Fault} `not-found` */
  async restore(editor: Editor, sessionId: string, cueId: string): Promise<CueDto> {
    return this.changeOne(sessionId, cueId, async (held) => {
      const removed = held.was.removed.find(({ id }) => id === cueId);
      if (!removed) return void held.cue(cueId);
      await held.write(editor, 'restore', removed, { removedAt: null });
      await held.writeOrder(editor, held.order);
    });
  }

  /** @throws {Fault} `bad-request` for one that is not of this event */
  private async demandGreeting({ manager, session }: HeldRundown, id: string | null): Promise<void> {
    if (id === null) return;
    const [greeting] = await this.greetings.find({ id, eventId: session.eventId }, manager);
    if (!greeting)
      throw new Fault('bad-request', 'there is no such greeting in this event', { field: 'greetingId' });
  }

  private async changeOne(
    sessionId: string,
    cueId: string,
    apply: (held: HeldRundown) => Promise<void>,
  ): Promise<CueDto> {
    const { after } = await this.changes.change(sessionId, apply);
    const cue = after.cues.find(({ id }) => id === cueId);
    if (!cue) throw new Error('the cue that was changed is gone');
    return toCueDto(cue);
  }
}

/** Whether a cue that is put there is the one to be taken next. */
function isNext({ was, present }: HeldRundown, id: string, afterCueId: string | null): boolean {
  const order = movedAfter(
    was.cues.map((cue) => cue.id),
    id,
    afterCueId,
  );
  const cues = order.map((one) => was.cues.find((cue) => cue.id === one) ?? { id, skipped: false });
  return nextCueId(cues, present?.cueId ?? null) === id;
}
