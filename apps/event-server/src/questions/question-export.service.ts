import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Fault, type CrewQuestionDto, type QuestionState } from '@manyhalls/contracts';
import { ParticipantsService } from '../participants/participants.service';
import { SessionsService } from '../sessions/sessions.service';
import type { Question, QuestionAction } from './question';
import { QuestionHistoryEntity } from './question.entity';
import { QuestionRows } from './question-rows.service';
import { toModeratorDto } from './question-views';

/** One thing that was done to a question. */
export interface QuestionEvent {
  /** ISO 8601. */
  at: string;
  /** A name; `null` for whoever asked namelessly. */
  by: string | null;
  action: QuestionAction;
  from: QuestionState | null;
  to: QuestionState;
  words: string | null;
}

export interface ExportedQuestion extends CrewQuestionDto {
  history: QuestionEvent[];
}

/** Everything about a session's questions, for whoever writes the report. */
@Injectable()
export class QuestionExport {
  constructor(
    @InjectRepository(QuestionHistoryEntity) private readonly history: Repository<QuestionHistoryEntity>,
    private readonly rows: QuestionRows,
    private readonly sessions: SessionsService,
    private readonly participants: ParticipantsService,
  ) {}

  /**
   * In the order of asking.
   * @throws {Fault} `not-found`, also for another event's session
   */
  async of(eventId: string, sessionId: string): Promise<ExportedQuestion[]> {
    const session = await this.sessions.find(sessionId);
    if (session.eventId !== eventId) throw new Fault('not-found', 'there is no such session in this event');
    const questions = await this.rows.find({ sessionId });
    const eventsOf = await this.eventsOf(questions);
    return questions.map((question) => ({ ...toModeratorDto(question), history: eventsOf(question) }));
  }

  private async eventsOf(questions: Question[]): Promise<(question: Question) => QuestionEvent[]> {
    const entries = await this.history.find({
      where: { questionId: In(questions.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const ids = new Set(entries.map(({ participantId }) => participantId).filter((id) => id !== null));
    const names = new Map(
      (await this.participants.findMany([...ids])).map(({ id, displayName }) => [id, displayName]),
    );
    return ({ id, anonymous, moderatorsSeeAuthor }) => {
      const nameless = anonymous && !moderatorsSeeAuthor;
      return entries
        .filter(({ questionId }) => questionId === id)
        .map(({ at, participantId, action, fromState, toState, words }) => ({
          at: at.toISOString(),
          by: (nameless && action === 'ask' ? null : names.get(participantId ?? '')) ?? null,
          action,
          from: fromState,
          to: toState,
          words,
        }));
    };
  }
}
