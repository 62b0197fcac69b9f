import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import { ParticipantsService } from '../participants/participants.service';
import type { Question } from './question';
import { QuestionEntity } from './question.entity';

/**
 * The questions, as rows with the people they name. Whoever changes one does it inside `QuestionChanges`, which holds
 * the show state.
 */
@Injectable()
export class QuestionRows {
  constructor(
    @InjectRepository(QuestionEntity) private readonly questions: Repository<QuestionEntity>,
    private readonly participants: ParticipantsService,
  ) {}

  /** In the order of asking. */
  async find(
    which: FindOptionsWhere<QuestionEntity>,
    manager: EntityManager = this.questions.manager,
  ): Promise<Question[]> {
    const rows = await manager.find(QuestionEntity, {
      where: which,
      relations: { translations: true },
      order: { number: 'ASC' },
    });
    return this.withPeople(rows, manager);
  }

  /** Keeps them from being changed until the transaction of `manager` ends. Those of the ids that exist. */
  async lock(manager: EntityManager, sessionId: string, ids: string[]): Promise<Question[]> {
    const which = { sessionId, id: In(ids) };
    // In the order in which votes lock them, too, so that neither waits for the other for ever.
    await manager.find(QuestionEntity, {
      where: which,
      select: { id: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return this.find(which, manager);
  }

  /** At most one a session. */
  async onStage(sessionId: string, manager: EntityManager): Promise<Question | null> {
    const [question] = await this.find({ sessionId, state: 'on-stage' }, manager);
    return question ?? null;
  }

  private async withPeople(rows: QuestionEntity[], manager: EntityManager): Promise<Question[]> {
    const ids = new Set(
      rows.flatMap(({ participantId, claimedBy }) => [participantId, claimedBy ?? []].flat()),
    );
    const people = new Map(
      (await this.participants.findMany([...ids], manager)).map((person) => [person.id, person]),
    );
    return rows.map((row) => ({
      ...row,
      translations: row.translations
        .map(({ language, text }) => ({ language, text }))
        .toSorted((a, b) => a.language.localeCompare(b.language)),
      asker: people.get(row.participantId) ?? null,
      claimer: people.get(row.claimedBy ?? '') ?? null,
    }));
  }
}
