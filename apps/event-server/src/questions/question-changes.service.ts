import { Injectable } from '@nestjs/common';
import { ShowService } from '../show/show.service';
import { ModerationLog } from '../moderation/moderation-log.service';
import type { Ticket } from '../sign-in/ticket';
import { HeldQuestions } from './held-questions';
import type { Question } from './question';
import { QuestionNews } from './question-news.service';
import { QuestionRows } from './question-rows.service';

/**
 * Whatever moderators do. It holds the show state, so that the question on stage and the show agree in every version,
 * and so that of two moderators one comes after the other.
 */
@Injectable()
export class QuestionChanges {
  constructor(
    private readonly shows: ShowService,
    private readonly rows: QuestionRows,
    private readonly news: QuestionNews,
    private readonly log: ModerationLog,
  ) {}

  /**
   * Lets `apply` change questions of a session, then tells everybody what they may know.
   * @returns the questions it took, as they are then
   * @throws {Fault} what `apply` throws: then nothing has changed
   */
  async change(
    moderator: Ticket,
    sessionId: string,
    apply: (held: HeldQuestions) => Promise<void>,
  ): Promise<Question[]> {
    const { result } = await this.shows.change(sessionId, async ({ manager }) => {
      const held = new HeldQuestions(manager, this.rows, sessionId, moderator, this.log);
      await apply(held);
      return held.changes();
    });
    this.news.tell(sessionId, result);
    return result.map(({ after }) => after);
  }

  /** Like `change`, of one question. */
  async changeOne(
    ticket: Ticket,
    sessionId: string,
    apply: (held: HeldQuestions) => Promise<Question>,
  ): Promise<Question> {
    let id: string | undefined;
    const questions = await this.change(ticket, sessionId, async (held) => {
      ({ id } = await apply(held));
    });
    const question = questions.find((one) => one.id === id);
    if (!question) throw new Error('the question that was changed was not taken first');
    return question;
  }
}
