import { Injectable } from '@nestjs/common';
import type { MoveQuestionDto, QuestionState, QuestionStep } from '@manyhalls/contracts';
import { nextQuestionState } from '@manyhalls/domain';
import type { Ticket } from '../sign-in/ticket';
import { cleanText } from '../wire/clean-text';
import type { Question } from './question';
import { QuestionChanges } from './question-changes.service';
import { questionConflict } from './question-conflict';
import { clearStage } from './stage.service';
import { UnmergingService } from './unmerging.service';

/** Steps that take a question out of somebody's hands; any moderator may, or it would be stuck when they are away. */
const takesAway: QuestionStep[] = ['release', 'take-off-stage'];

/** A question's way from being asked to being answered. */
@Injectable()
export class MovingService {
  constructor(
    private readonly changes: QuestionChanges,
    private readonly unmerging: UnmergingService,
  ) {}

  /** @throws {Fault} `conflict` with the present question: changed, claimed by another, or the step is not allowed */
  async move(ticket: Ticket, sessionId: string, request: MoveQuestionDto): Promise<Question> {
    const { step } = request;
    if (step === 'unmerge') return this.unmerging.unmerge(ticket, sessionId, request);
    return this.changes.changeOne(ticket, sessionId, async (held) => {
      const question = await held.takeSeen(request);
      const state = nextQuestionState(question.state, step);
      if (!state) throw questionConflict(question, `${step} is not possible`);
      const { claimedBy } = question;
      if (claimedBy !== null && claimedBy !== ticket.participantId && !takesAway.includes(step))
        throw questionConflict(question, `${step} is for whoever claimed it`);
      if (step === 'put-on-stage') await clearStage(held);
      const words = request.words === undefined ? null : cleanText(request.words) || null;
      await held.write(question, { state, ...consequencesOf(state, question, ticket, words) }, step, words);
      await held.log(step, question);
      return question;
    });
  }
}

/** What a new state brings with it: a claim lasts while somebody takes care, words as long as they are true. */
function consequencesOf(
  state: QuestionState,
  { claimedBy }: Question,
  { participantId }: Ticket,
  words: string | null,
): Pick<Question, 'claimedBy' | 'rejectionReason' | 'answer'> {
  return {
    claimedBy: state === 'claimed' || state === 'on-stage' ? (claimedBy ?? participantId) : null,
    rejectionReason: state === 'rejected' ? words : null,
    answer: state === 'answered' ? words : null,
  };
}
