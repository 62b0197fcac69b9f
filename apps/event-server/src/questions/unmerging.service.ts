import { Injectable } from '@nestjs/common';
import type { SeenQuestionDto } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';
import { partVotes } from './merged-votes';
import type { Question } from './question';
import { QuestionChanges } from './question-changes.service';

/** Taking back a slip of merging. */
@Injectable()
export class UnmergingService {
  constructor(private readonly changes: QuestionChanges) {}

  /**
   * The question is as it was before, with what had been merged into it; the votes it had brought go with it.
   * @throws {Fault} `conflict` with the present question: changed, or not merged
   */
  async unmerge(ticket: Ticket, sessionId: string, seen: SeenQuestionDto): Promise<Question> {
    return this.changes.changeOne(ticket, sessionId, async (held) => {
      const [question, intoId] = await held.takeMerged(seen);
      const family = await held.take([intoId, ...(await held.idsOf({ mergedInto: intoId }))]);
      const out = within(family, question);
      const outIds = new Set(out.map(({ id }) => id));
      await held.write(question, { mergedInto: null, mergedFirstInto: null }, 'unmerge', null);
      for (const other of out)
        if (other.id !== question.id)
          await held.write(other, { mergedInto: question.id }, 'unmerge', `with ${question.number}`);
      for (const ancestor of ancestors(family, question)) {
        const left = within(family, ancestor).filter(({ id }) => id !== ancestor.id && !outIds.has(id));
        const leftIds = left.map(({ id }) => id);
        const votes = await partVotes(held.manager, ancestor.id, leftIds);
        await held.write(ancestor, { votes }, 'unmerge', `without ${question.number}`);
      }
      await held.log('unmerge', question);
      return question;
    });
  }
}

/** The question and all that came into it, also by others. */
function within(family: Question[], question: Question): Question[] {
  const direct = family.filter(({ mergedFirstInto }) => mergedFirstInto === question.id);
  return [question, ...direct.flatMap((one) => within(family, one))];
}

/** What the question was merged into, and what that was merged into, to the one that stands for all. */
function ancestors(family: Question[], { mergedFirstInto }: Question): Question[] {
  const into = family.find(({ id }) => id === mergedFirstInto);
  return into ? [into, ...ancestors(family, into)] : [];
}
