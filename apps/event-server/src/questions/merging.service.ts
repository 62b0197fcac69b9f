import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Fault, type MergeQuestionsDto } from '@manyhalls/contracts';
import { isMergeable } from '@manyhalls/domain';
import type { Ticket } from '../sign-in/ticket';
import { uniteVotes } from './merged-votes';
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
        if (!isMergeable(question.state, false)) throw questionConflict(question, 'it cannot be merged away');
      for (const question of others) {
        const itself = ids.includes(question.id) && { mergedFirstInto: intoId };
        await held.write(question, { mergedInto: intoId, ...itself }, 'merge', `into ${into.number}`);
      }
      const votes = await uniteVotes(held.manager, intoId, ids);
      const numbers = duplicates.map(({ number }) => number).join(', ');
      await held.write(into, { votes }, 'merge', `with ${numbers}`);
      await held.log('merge', into);
      return into;
    });
  }
}
