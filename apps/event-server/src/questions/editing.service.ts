import { Injectable } from '@nestjs/common';
import type { EditQuestionDto, TranslateQuestionDto } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';
import { demandWords } from '../wire/clean-text';
import type { Question } from './question';
import { QuestionChanges } from './question-changes.service';
import { QuestionTranslationEntity } from './question.entity';

/** What moderators write about a question. The original text is never touched. */
@Injectable()
export class EditingService {
  constructor(private readonly changes: QuestionChanges) {}

  /** @throws {Fault} `conflict` with the present question */
  async edit(ticket: Ticket, sessionId: string, request: EditQuestionDto): Promise<Question> {
    return this.changes.changeOne(ticket, sessionId, async (held) => {
      const question = await held.takeSeen(request);
      if (request.text !== undefined) {
        const text = demandWords(request.text);
        await held.write(question, { text }, 'edit', text);
        await held.log('edit', question);
      }
      if (request.assignedTo !== undefined) {
        const assignedTo = request.assignedTo === null ? null : demandWords(request.assignedTo);
        await held.write(question, { assignedTo }, 'assign', assignedTo);
        await held.log('assign', question);
      }
      return question;
    });
  }

  /** @throws {Fault} `conflict` with the present question */
  async translate(ticket: Ticket, sessionId: string, request: TranslateQuestionDto): Promise<Question> {
    return this.changes.changeOne(ticket, sessionId, async (held) => {
      const question = await held.takeSeen(request);
      const text = demandWords(request.text);
      await held.manager.upsert(
        QuestionTranslationEntity,
        { questionId: question.id, language: request.language, text },
        ['questionId', 'language'],
      );
      await held.write(question, {}, 'translate', `${request.language}: ${text}`);
      await held.log('translate', question);
      return question;
    });
  }
}
