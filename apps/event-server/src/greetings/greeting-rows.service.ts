import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import { Fault, greetingStates, languages, type GreetingState, type Language } from '@manyhalls/contracts';
import type { Greeting } from './greeting';
import { GreetingEntity, GreetingSubtitlesEntity } from './greeting.entity';

/** The greetings, as rows with the languages of their subtitles. Whoever changes one does it in `GreetingChanges`. */
@Injectable()
export class GreetingRows {
  constructor(@InjectRepository(GreetingEntity) private readonly greetings: Repository<GreetingEntity>) {}

  /** In order of precedence. */
  async find(
    which: FindOptionsWhere<GreetingEntity>,
    manager: EntityManager = this.greetings.manager,
  ): Promise<Greeting[]> {
    const rows = await manager.find(GreetingEntity, { where: which, order: { position: 'ASC', id: 'ASC' } });
    return withSubtitles(manager, rows);
  }

  /** @throws {Fault} `not-found` */
  async findOne(which: FindOptionsWhere<GreetingEntity>, manager?: EntityManager): Promise<Greeting> {
    const [greeting] = await this.find(which, manager);
    if (!greeting) throw new Fault('not-found', 'there is no such greeting');
    return greeting;
  }

  /** Reads greetings and keeps others from changing them until the transaction of `manager` ends. */
  async lock(manager: EntityManager, which: FindOptionsWhere<GreetingEntity>): Promise<Greeting[]> {
    // In one order, so that two who lock several do not wait for each other.
    const rows = await manager.find(GreetingEntity, {
      where: which,
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return withSubtitles(manager, rows);
  }

  /**
   * Whether a file that was sent in is the original of any greeting.
   * @param states that this one is in
   */
  async isOriginal(sha256: string, states: readonly GreetingState[] = greetingStates): Promise<boolean> {
    return this.greetings
      .createQueryBuilder('greeting')
      .where("greeting.original ->> 'sha256' = :sha256", { sha256 })
      .andWhere('greeting.state IN (:...states)', { states })
      .getExists();
  }

  /** Whether a file is a rendition or the poster of any greeting. */
  async isMade(sha256: string): Promise<boolean> {
    return this.greetings
      .createQueryBuilder('greeting')
      .where(
        `:sha256 IN (greeting.files -> 'large' ->> 'sha256', greeting.files -> 'small' ->> 'sha256',
           greeting.files -> 'poster' ->> 'sha256')`,
        { sha256 },
      )
      .getExists();
  }

  /** WebVTT; `null` where there are none. */
  async subtitles(greetingId: string, language: Language): Promise<string | null> {
    const row = await this.greetings.manager.findOneBy(GreetingSubtitlesEntity, { greetingId, language });
    return row?.vtt ?? null;
  }
}

async function withSubtitles(manager: EntityManager, rows: GreetingEntity[]): Promise<Greeting[]> {
  const subtitles = await manager.find(GreetingSubtitlesEntity, {
    where: { greetingId: In(rows.map(({ id }) => id)) },
    select: { greetingId: true, language: true },
  });
  return rows.map((row) => ({
    ...row,
    subtitles: languages.filter((language) =>
      subtitles.some((one) => one.greetingId === row.id && one.language === language),
    ),
  }));
}
