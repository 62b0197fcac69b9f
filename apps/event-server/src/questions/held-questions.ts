import { Fault, type SeenQuestionDto } from '@manyhalls/contracts';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { Deed, ModerationLog } from '../moderation/moderation-log.service';
import type { Question, QuestionAction, StoredQuestion } from './question';
import { questionConflict } from './question-conflict';
import { QuestionEntity, QuestionHistoryEntity } from './question.entity';
import type { QuestionRows } from './question-rows.service';

/** One question as it was and as it is; `null` when it is new. */
export interface QuestionChange {
  before: Question | null;
  after: Question;
}

/** Questions of one session in the hands of one moderator, while nobody else can change them. */
export class HeldQuestions {
  private readonly taken = new Map<string, Question>();

  constructor(
    readonly manager: EntityManager,
    private readonly rows: QuestionRows,
    private readonly sessionId: string,
    private readonly moderator: Deed['moderator'],
    private readonly deeds: ModerationLog,
  ) {}

  /**
   * All that are to be changed at once, if possible: rows are locked in one order everywhere.
   * @throws {Fault} `not-found` when one of them does not exist
   */
  async take(ids: string[]): Promise<Question[]> {
    const questions = await this.rows.lock(this.manager, this.sessionId, ids);
    for (const question of questions) this.taken.set(question.id, question);
    return ids.map((id) => {
      const question = this.taken.get(id);
      if (!question) throw new Fault('not-found', 'there is no such question');
      return question;
    });
  }

  /** @throws {Fault} `conflict` when it is not as it was seen, or merged into another; `not-found` */
  async takeSeen({ questionId, version }: SeenQuestionDto): Promise<Question> {
    const question = await this.takeAsSeen({ questionId, version });
    if (question.mergedInto !== null) throw questionConflict(question, 'nothing is done to it any more');
    return question;
  }

  /**
   * The question, and the id of the one it was merged into.
   * @throws {Fault} `conflict` when it is not as it was seen, or not merged; `not-found`
   */
  async takeMerged(seen: SeenQuestionDto): Promise<[question: Question, intoId: string]> {
    const question = await this.takeAsSeen(seen);
    if (question.mergedInto === null) throw questionConflict(question, 'it was not merged');
    return [question, question.mergedInto];
  }

  private async takeAsSeen({ questionId, version }: SeenQuestionDto): Promise<Question> {
    const [question] = await this.take([questionId]);
    if (!question) throw new Fault('not-found', 'there is no such question');
    if (question.version !== version)
      throw questionConflict(question, 'somebody has changed the question meanwhile');
    return question;
  }

  /** Which questions of the session fit; whoever wants to change them takes them. */
  async idsOf(which: FindOptionsWhere<QuestionEntity>): Promise<string[]> {
    return (await this.rows.find({ ...which, sessionId: this.sessionId }, this.manager)).map(({ id }) => id);
  }

  /** @param words what was written with it, for the history */
  async write(
    question: Question,
    change: Partial<Omit<StoredQuestion, 'translations' | 'version'>>,
    action: QuestionAction,
    words: string | null,
  ): Promise<void> {
    await this.manager.update(
      QuestionEntity,
      { id: question.id },
      { ...change, version: () => 'version + 1' },
    );
    await this.note([{ question, toState: change.state ?? question.state, action, words }]);
  }

  /** Writes into the history only; for whoever has changed many rows at once. */
  async note(
    entries: {
      question: Question;
      toState: StoredQuestion['state'];
      action: QuestionAction;
      words: string | null;
    }[],
  ): Promise<void> {
    await this.manager.insert(
      QuestionHistoryEntity,
      entries.map(({ question, ...entry }) => ({
        ...entry,
        questionId: question.id,
        participantId: this.moderator.participantId,
        fromState: question.state,
      })),
    );
  }

  /** Writes down for the crew who did what. @param subject the question, or what was done to several */
  async log(action: Exclude<QuestionAction, 'ask'>, subject: Question | string): Promise<void> {
    const [words, id] = typeof subject === 'string' ? [subject] : [subject.text, subject.id];
    await this.deeds.write(this.manager, {
      sessionId: this.sessionId,
      moderator: this.moderator,
      action: `question:${action}`,
      subject: words,
      ...(id && { subjectId: id }),
    });
  }

  /** Everything that was taken, in that order, changed or not. */
  async changes(): Promise<QuestionChange[]> {
    const now = await this.rows.lock(this.manager, this.sessionId, [...this.taken.keys()]);
    const after = new Map(now.map((question) => [question.id, question]));
    return [...this.taken.values()].map((before) => ({ before, after: after.get(before.id) ?? before }));
  }
}
