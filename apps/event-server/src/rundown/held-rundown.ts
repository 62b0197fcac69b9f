import type { EntityManager } from 'typeorm';
import { Fault, type SeenCueDto } from '@manyhalls/contracts';
import { nextCueId } from '@manyhalls/domain';
import type { Session } from '../sessions/session';
import type { Cue, CueAction, CueRecord, Rundown, Take } from './cue';
import { cueConflict } from './cue-views';
import { CueChangeEntity, CueEntity, RundownEntity } from './rundown.entity';

/** Who does it. */
export interface Editor {
  /** For others to read. */
  displayName: string;
  /** For the record; `null`: nobody who takes part. */
  participantId: string | null;
}

/** The rundown of one session, while nobody else can change it. What it was stays as it is while things are written. */
export class HeldRundown {
  constructor(
    readonly manager: EntityManager,
    readonly session: Session,
    readonly was: Rundown,
  ) {}

  /** The take on programme. */
  get present(): Take | null {
    return this.was.takes.find(({ endedAt }) => endedAt === null) ?? null;
  }

  /** @throws {Fault} `not-found`, also for one that was removed */
  cue(id: string): Cue {
    const cue = this.was.cues.find((one) => one.id === id);
    if (!cue) throw new Fault('not-found', 'there is no such cue in this rundown');
    return cue;
  }

  /** @throws {Fault} `conflict` with the present cue when it is not as it was seen, or was removed; `not-found` */
  seenCue({ cueId, version }: SeenCueDto): Cue {
    const removed = this.was.removed.find(({ id }) => id === cueId);
    if (removed) throw cueConflict(removed, `${removed.changedBy} has removed this cue`);
    const cue = this.cue(cueId);
    if (cue.version !== version) throw cueConflict(cue, `${cue.changedBy} has changed this cue meanwhile`);
    return cue;
  }

  /** @throws {Fault} `conflict` when the cue is on programme: what everybody sees cannot be taken out of the plan */
  demandNotPresent(cue: Cue): void {
    if (cue.id === this.present?.cueId)
      throw cueConflict(cue, 'this cue is on programme', { onProgramme: true });
  }

  async insert(editor: Editor, cue: Omit<Cue, 'version' | 'changedBy' | 'changedAt'>): Promise<void> {
    await this.manager.insert(CueEntity, { ...cue, changedBy: editor.displayName });
    await this.note(editor, 'add', cue.id, null, cue);
  }

  async write(editor: Editor, action: CueAction, cue: Cue, change: Partial<Cue>): Promise<void> {
    await this.manager.update(
      CueEntity,
      { id: cue.id },
      { ...change, changedBy: editor.displayName, changedAt: new Date(), version: cue.version + 1 },
    );
    const changed = Object.keys(change) as (keyof Cue)[];
    const before = Object.fromEntries(changed.map((field) => [field, cue[field]]));
    await this.note(editor, action, cue.id, before, change);
  }

  /** All ids in order, those of removed cues too. */
  get order(): string[] {
    return [...this.was.cues, ...this.was.removed]
      .toSorted((a, b) => a.position - b.position)
      .map(({ id }) => id);
  }

  /** For a change by which cues come, go or stand elsewhere. */
  async writeOrder(editor: Editor, ids: readonly string[]): Promise<void> {
    const { sessionId, orderVersion } = this.was;
    await this.manager.query(
      `UPDATE cues SET position = place FROM unnest($1::uuid[]) WITH ORDINALITY AS ordered (cue_id, place)
       WHERE id = cue_id`,
      [ids],
    );
    await this.manager.update(
      RundownEntity,
      { sessionId },
      { orderVersion: orderVersion + 1, orderChangedBy: editor.displayName },
    );
  }

  async setStandby(standbyCueId: string | null): Promise<void> {
    await this.manager.update(RundownEntity, { sessionId: this.was.sessionId }, { standbyCueId });
  }

  /** A cue that leaves the order while it is on standby makes room for the next one. */
  async passStandbyOn({ id }: Cue): Promise<void> {
    if (this.was.standbyCueId === id) await this.setStandby(nextCueId(this.was.cues, id));
  }

  async note(
    { participantId, displayName: changedBy }: Editor,
    action: CueAction,
    cueId: string,
    before: CueRecord | null,
    after: CueRecord | null,
  ): Promise<void> {
    await this.manager.insert(CueChangeEntity, { cueId, participantId, changedBy, action, before, after });
  }
}
