import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager, In } from 'typeorm';
import { Fault, type AnswerPollDto, type PollAnswerDto } from '@manyhalls/contracts';
import { GroupedWriter } from '../database/grouped-writer';
import { LiveSockets } from '../live/live-sockets.service';
import { PersonalLimit } from '../live/personal-limit';
import { rooms } from '../live/rooms';
import { isPublic, type StoredPoll } from './poll';
import { PollEntity } from './poll.entity';
import { storeAnswers, type Answer } from './store-answers';
import { TallyNews } from './tally-news.service';

/** Answers: one a person and poll, by the table's primary key. */
@Injectable()
export class AnsweringService {
  private readonly limit = new PersonalLimit(10, 1);
  private readonly writer = new GroupedWriter<Answer, PollAnswerDto>((answers) => this.store(answers));

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly news: TallyNews,
    private readonly sockets: LiveSockets,
  ) {}

  /**
   * @throws {Fault} `conflict` when the poll is closed; `not-found`, also for a draft; `bad-request` when it has no
   * such options or only one may be chosen; `too-many-requests`
   */
  async answer(sessionId: string, participantId: string, request: AnswerPollDto): Promise<PollAnswerDto> {
    this.limit.demand(participantId);
    const { pollId } = request;
    // Always in one order, so that equal answers are equal.
    const choices = request.choices.toSorted((a, b) => a - b);
    const answer = await this.writer.write({ pollId, choices, sessionId, participantId });
    this.sockets.tell(rooms.participant(sessionId, participantId), 'poll:own-answered', answer);
    this.news.answered(sessionId, pollId);
    return answer;
  }

  private async store(answers: Answer[]): Promise<(PollAnswerDto | Fault)[]> {
    // Options of what is not a draft never change, so that they need no lock.
    const ids = [...new Set(answers.map(({ pollId }) => pollId))];
    const polls = new Map(
      (await this.manager.findBy(PollEntity, { id: In(ids) })).map((row) => [row.id, row]),
    );
    const refusals = answers.map((answer) => refusalOf(answer, polls.get(answer.pollId)));
    const sound = answers.filter((_, index) => !refusals[index]);
    const open = new Set((await storeAnswers(this.manager, sound)).map(({ pollId }) => pollId));
    return answers.map(({ pollId, choices }, index) => {
      const refusal = refusals[index];
      if (refusal) return refusal;
      return open.has(pollId) ? { pollId, choices } : new Fault('conflict', 'the poll is not open');
    });
  }
}

/** What is wrong with an answer whether or not the poll is open. */
function refusalOf({ sessionId, choices }: Answer, poll: StoredPoll | undefined): Fault | null {
  if (poll?.sessionId !== sessionId || !isPublic(poll))
    return new Fault('not-found', 'there is no such poll');
  if (choices.some((choice) => choice >= poll.options.length))
    return new Fault('bad-request', 'the poll has no such option', { fields: ['choices'] });
  if (!poll.multiple && choices.length > 1)
    return new Fault('bad-request', 'only one option may be chosen', { fields: ['choices'] });
  return null;
}
