import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Fault, type MergeQuestionsDto } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';
import type { HeldQuestions } from './held-questions';
import type { Question } from './question';
import { QuestionChanges } from './question-changes.service';
import { questionConflict } from './question-conflict';

/** Making one of questions that ask the same. */
@Injectable()
export class MergingService {
  constructor(private readonly changes: QuestionChanges) {}

  /** @throws {Fault} `conflict` with a question that is merged already, or on stage; `bad-request`, `not-found` */
  async merge(
    ticket: Ticket,
    sessionId: string,
    { intoId, questionIds }: MergeQuestionsDto,
  ): Promise<Question> {
    const ids = [...new Set(questionIds)];
    if (ids.includes(intoId)) throw new Fault('bad-request', 'a question cannot be merged into itself');
    return this.changes.changeOne(ticket, sessionId, async (held) => {
      const earlier = await held.idsOf({ mergedInto: In(ids) });
      const [into, ...others] = await held.take([intoId, ...ids, ...earlier]);
      if (!into) throw new Fault('not-found', 'there is no such question');
      const duplicates = others.slice(0, ids.length);
      for (const question of [into, ...duplicates])
        if (question.mergedInto !== null) throw questionConflict(question, 'it cannot be merged');
      for (const question of duplicates)
        if (question.state === 'on-stage') throw questionConflict(question, 'it cannot be merged away');
      for (const question of others)
        await held.write(question, { mergedInto: intoId }, 'merge', `into ${into.number}`);
      const votes = await this.uniteVotes(held, intoId, ids);
      const numbers = duplicates.map(({ number }) => number).join(', ');
      await held.write(into, { votes }, 'merge', `with ${numbers}`);
      await held.log('merge', into);
      return into;
    });
  }

  /** Everybody who voted for one of them has voted for what they became, once. Nobody votes meanwhile. */
  private async uniteVotes({ manager }: HeldQuestions, intoId: string, ids: string[]): Promise<number> {
    await manager.query(
      `INSERT INTO question_votes (question_id, participant_id)
       SELECT DISTINCT $1::uuid, participant_id FROM question_votes WHERE question_id = ANY ($2::uuid[])
       ON CONFLICT DO NOTHING`,
      [intoId, ids],
    );
    const [{ votes }]: [{ votes: number }] = await manager.query(
      'SELECT count(*)::integer AS votes FROM question_votes WHERE question_id = $1',
      [intoId],
    );
    return votes;
  }
}
