import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type AskFromFloorDto, type AskQuestionDto } from '@manyhalls/contracts';
import { mayAudience } from '@manyhalls/domain';
import { LiveEventsService } from '../live-events/live-events.service';
import { PersonalLimit } from '../live/personal-limit';
import { ModerationService } from '../moderation/moderation.service';
import { sessionClosed } from '../sessions/session-closed';
import { SessionsService } from '../sessions/sessions.service';
import type { Ticket } from '../sign-in/ticket';
import { cleanText, demandWords } from '../wire/clean-text';
import type { Question, StoredQuestion } from './question';
import { QuestionNews } from './question-news.service';
import { QuestionEntity, QuestionHistoryEntity } from './question.entity';
import { QuestionRows } from './question-rows.service';

type Asked = Pick<
  StoredQuestion,
  'clientQuestionId' | 'text' | 'language' | 'anonymous' | 'moderatorsSeeAuthor' | 'venueId' | 'place'
>;

/** Asking, oneself or for somebody in the room. */
@Injectable()
export class AskingService {
  private readonly limit = new PersonalLimit(5, 1 / 20);

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: QuestionRows,
    private readonly news: QuestionNews,
    private readonly moderation: ModerationService,
    private readonly sessions: SessionsService,
    private readonly liveEvents: LiveEventsService,
  ) {}

  /**
   * @throws {Fault} `too-many-requests`; `forbidden` while muted; `bad-request`; `conflict` with
   *   `moderatorsSeeAuthor` when the asker was told that nobody sees the name, and the event says otherwise by now
   */
  async ask(ticket: Ticket, sessionId: string, request: AskQuestionDto): Promise<Question> {
    this.limit.demand(ticket.participantId);
    await this.moderation.demandNotMuted(ticket.participantId);
    const moderatorsSeeAuthor = await this.demandTold(sessionId, request);
    return this.store(ticket, sessionId, { ...request, moderatorsSeeAuthor, venueId: null, place: null });
  }

  /** @throws {Fault} `forbidden` to a host without a hall; `bad-request` */
  async askFromFloor(ticket: Ticket, sessionId: string, request: AskFromFloorDto): Promise<Question> {
    const { venueId } = ticket;
    if (!venueId) throw new Fault('forbidden', 'this host belongs to no hall');
    const place = cleanText(request.place ?? '') || null;
    const named = { anonymous: false, moderatorsSeeAuthor: false };
    return this.store(ticket, sessionId, { ...request, ...named, venueId, place });
  }

  /** @returns whether moderators see who asked anonymously: only if the event says so, and has said so to the asker */
  private async demandTold(sessionId: string, request: AskQuestionDto): Promise<boolean> {
    if (!request.anonymous) return false;
    const { eventId } = await this.sessions.find(sessionId);
    const { moderatorsSeeAnonymous } = await this.liveEvents.find(eventId);
    if (moderatorsSeeAnonymous && !request.moderatorsSeeAuthor)
      throw new Fault('conflict', 'moderators of this event see who asks anonymously', {
        moderatorsSeeAuthor: true,
      });
    return moderatorsSeeAnonymous;
  }

  /** Once, however often it is sent. */
  private async store({ participantId }: Ticket, sessionId: string, asked: Asked): Promise<Question> {
    const id = randomUUID();
    const text = demandWords(asked.text);
    const { clientQuestionId } = asked;
    const question = await this.manager.transaction(async (manager) => {
      const number = await this.nextNumber(manager, sessionId);
      await manager
        .createQueryBuilder()
        .insert()
        .into(QuestionEntity)
        .values({
          ...asked,
          id,
          sessionId,
          number,
          participantId,
          state: 'submitted',
          text,
          originalText: text,
        })
        .orIgnore()
        .execute();
      const [stored] = await this.rows.find({ sessionId, participantId, clientQuestionId }, manager);
      if (!stored) throw new Error('a question was neither stored nor known');
      if (stored.id !== id) return stored;
      const status = await this.sessions.statusOf(sessionId, manager);
      if (!mayAudience('ask', status)) throw sessionClosed(status);
      await manager.insert(QuestionHistoryEntity, {
        questionId: id,
        participantId,
        action: 'ask',
        fromState: null,
        toState: 'submitted',
        words: text,
      });
      return stored;
    });
    // A retry too: when the first answer was lost, so was the news of it, and readers keep what they know.
    this.news.tell(sessionId, [{ before: null, after: question }]);
    return question;
  }

  /** Whoever takes a number keeps the others waiting until theirs is stored, so numbers are seen in their order. */
  private async nextNumber(manager: EntityManager, sessionId: string): Promise<number> {
    const [{ number }]: [{ number: number }] = await manager.query(
      `INSERT INTO question_counters AS counter (session_id, last_number) VALUES ($1, 1)
       ON CONFLICT (session_id) DO UPDATE SET last_number = counter.last_number + 1
       RETURNING last_number AS number`,
      [sessionId],
    );
    return number;
  }
}
