import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ModerationLog, type Deed } from '../moderation/moderation-log.service';
import { HeldQuestions, type QuestionChange } from './held-questions';
import { QuestionRows } from './question-rows.service';

/** Where the question is that everybody looks at. There is at most one in a session. */
@Injectable()
export class QuestionStage {
  constructor(
    private readonly rows: QuestionRows,
    private readonly log: ModerationLog,
  ) {}

  /**
   * Takes off what is there, back to whoever claimed it; while the show is held by the transaction of `manager`.
   * @returns what everybody is to be told afterwards
   */
  async clear(manager: EntityManager, sessionId: string, by: Deed['moderator']): Promise<QuestionChange[]> {
    const held = new HeldQuestions(manager, this.rows, sessionId, by, this.log);
    await clearStage(held);
    return held.changes();
  }
}

export async function clearStage(held: HeldQuestions): Promise<void> {
  for (const question of await held.take(await held.idsOf({ state: 'on-stage' })))
    await held.write(question, { state: 'claimed' }, 'take-off-stage', null);
}
