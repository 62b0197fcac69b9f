import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type EntityManager, type Repository } from 'typeorm';
import type { Session } from '../sessions/session';
import type { CueChange, Rundown, TakenCue } from './cue';
import { toRundownDto } from './cue-views';
import { HeldRundown } from './held-rundown';
import { CueChangeEntity, CueEntity, RundownEntity, TakeEntity } from './rundown.entity';

/** A rundown as it was and as it is: the same one when nothing has changed. */
export interface RundownChange {
  before: Rundown;
  after: Rundown;
}

/** The rundowns, as rows. */
@Injectable()
export class RundownRows {
  constructor(@InjectRepository(RundownEntity) private readonly rundowns: Repository<RundownEntity>) {}

  /** The present, as one snapshot. */
  async read(sessionId: string): Promise<Rundown> {
    return this.rundowns.manager.transaction('REPEATABLE READ', (manager) => this.find(sessionId, manager));
  }

  /** One that nobody has written anything in is empty. */
  async find(sessionId: string, manager: EntityManager): Promise<Rundown> {
    const row = await manager.findOneBy(RundownEntity, { sessionId });
    const all = await manager.find(CueEntity, {
      where: { sessionId },
      order: { position: 'ASC', id: 'ASC' },
    });
    const { run } = row ?? empty;
    const takes = await manager.find(TakeEntity, { where: { sessionId, run }, order: { number: 'ASC' } });
    return {
      ...empty,
      ...row,
      sessionId,
      cues: all.filter(({ removedAt }) => removedAt === null),
      removed: all.filter(({ removedAt }) => removedAt !== null),
      takes,
    };
  }

  /** Only what is on programme and on standby: the show state asks often. */
  async taken(sessionId: string, manager: EntityManager): Promise<TakenCue> {
    const row = await manager.findOneBy(RundownEntity, { sessionId });
    if (!row) return { cue: null, take: null, standby: null };
    const take = await manager.findOneBy(TakeEntity, { sessionId, run: row.run, endedAt: IsNull() });
    const ids = [take?.cueId, row.standbyCueId].filter((id) => typeof id === 'string');
    const cues = ids.length > 0 ? await manager.findBy(CueEntity, { id: In(ids) }) : [];
    const cueOf = (wanted: string | null | undefined) => cues.find(({ id }) => id === wanted) ?? null;
    return { take, cue: cueOf(take?.cueId), standby: cueOf(row.standbyCueId) };
  }

  /** What was ever changed of these cues, the oldest first. */
  async changesOf({ cues, removed }: Pick<Rundown, 'cues' | 'removed'>): Promise<CueChange[]> {
    const ids = [...cues, ...removed].map(({ id }) => id);
    return this.rundowns.manager.find(CueChangeEntity, { where: { cueId: In(ids) }, order: { id: 'ASC' } });
  }

  /** Whether a cue of any session plays this greeting. */
  async plays(greetingId: string, manager: EntityManager): Promise<boolean> {
    return manager.existsBy(CueEntity, { greetingId, removedAt: IsNull() });
  }

  /**
   * Lets `apply` change a rundown. Only inside `ShowService.change` and with the manager given there, which keeps
   * everybody else from changing it.
   * @throws {Fault} what `apply` throws
   */
  async change<Result>(
    manager: EntityManager,
    session: Session,
    apply: (held: HeldRundown) => Promise<Result>,
  ): Promise<RundownChange & { result: Result }> {
    const sessionId = session.id;
    await manager
      .createQueryBuilder()
      .insert()
      .into(RundownEntity)
      .values({ sessionId })
      .orIgnore()
      .execute();
    const before = await this.find(sessionId, manager);
    const result = await apply(new HeldRundown(manager, session, before));
    const after = await this.find(sessionId, manager);
    if (look(before) === look(after)) return { before, after: before, result };
    after.version += 1;
    await manager.update(RundownEntity, { sessionId }, { version: after.version });
    return { before, after, result };
  }
}

const empty = { version: 0, orderVersion: 0, orderChangedBy: null, run: 0, standbyCueId: null };

const look = (rundown: Rundown) => JSON.stringify(toRundownDto(rundown));
