import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import type { PollAnswerDto } from '@manyhalls/contracts';
import type { Poll, StoredPoll } from './poll';
import { PollEntity } from './poll.entity';
import { withTallies } from './tallies';

/** The polls, as rows with what people have chosen. */
@Injectable()
export class PollRows {
  constructor(@InjectRepository(PollEntity) private readonly polls: Repository<PollEntity>) {}

  /** In the order in which they were made. */
  async find(
    which: FindOptionsWhere<PollEntity>,
    manager: EntityManager = this.polls.manager,
  ): Promise<Poll[]> {
    const rows = await manager.find(PollEntity, { where: which, order: { madeAt: 'ASC', id: 'ASC' } });
    return withTallies(manager, rows);
  }

  /**
   * Keeps a session's polls from being changed and answered until the transaction of `manager` ends. All of them, and
   * in one order: only one may be open, and of two moderators one comes after the other.
   */
  async lock(manager: EntityManager, sessionId: string): Promise<StoredPoll[]> {
    return manager.find(PollEntity, {
      where: { sessionId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Keeps polls from being changed, but not from being answered, while something is done with them as they are. */
  async keepingAsTheyAre(ids: string[], work: (polls: Poll[]) => void): Promise<void> {
    await this.polls.manager.transaction(async (manager) => {
      const rows = await manager.find(PollEntity, {
        where: { id: In(ids) },
        order: { id: 'ASC' },
        lock: { mode: 'for_key_share' },
      });
      work(await withTallies(manager, rows));
    });
  }

  /** What the person has chosen in this session. */
  async answersOf(sessionId: string, participantId: string): Promise<PollAnswerDto[]> {
    return this.polls.query(
      `SELECT poll_id AS "pollId", choices FROM poll_answers
       JOIN polls ON polls.id = poll_id AND session_id = $1
       WHERE participant_id = $2`,
      [sessionId, participantId],
    );
  }
}
