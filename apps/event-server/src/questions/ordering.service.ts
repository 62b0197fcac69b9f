import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { OrderQuestionsDto } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';
import { QuestionChanges } from './question-changes.service';

/** The moderators' order of approved questions. */
@Injectable()
export class OrderingService {
  constructor(private readonly changes: QuestionChanges) {}

  /** Questions that are not among them lose their place. @throws {Fault} `not-found` */
  async order(ticket: Ticket, sessionId: string, { questionIds }: OrderQuestionsDto): Promise<void> {
    const positions = new Map([...new Set(questionIds)].map((id, index) => [id, index + 1]));
    await this.changes.change(ticket, sessionId, async (held) => {
      const ordered = await held.idsOf({ position: Not(IsNull()) });
      const questions = await held.take([...new Set([...positions.keys(), ...ordered])]);
      const moved = questions
        .map((question) => ({ question, position: positions.get(question.id) ?? null }))
        .filter(({ question, position }) => question.position !== position);
      // Hundreds at once: one statement for all.
      await held.manager.query(
        `UPDATE questions SET position = moved.position, version = version + 1
         FROM unnest($1::uuid[], $2::integer[]) AS moved (id, position)
         WHERE questions.id = moved.id`,
        [moved.map(({ question }) => question.id), moved.map(({ position }) => position)],
      );
      await held.note(
        moved.map(({ question, position }) => ({
          question,
          toState: question.state,
          action: 'order',
          words: position === null ? null : String(position),
        })),
      );
      const inOrder = questions.slice(0, positions.size).map(({ number }) => number);
      await held.log('order', inOrder.join(', '));
    });
  }
}
