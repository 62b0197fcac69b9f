import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager, In } from 'typeorm';
import { Fault, type VoteCountDto, type VoteDto } from '@manyhalls/contracts';
import { GroupedWriter } from '../database/grouped-writer';
import { isPublic, type Question } from './question';
import { QuestionRows } from './question-rows.service';
import { storeVotes, type Vote } from './store-votes';
import { VoteNews } from './vote-news.service';

/** Votes: one a person and question, by the table's primary key. */
@Injectable()
export class VotingService {
  private readonly writer = new GroupedWriter<Vote, VoteCountDto>((votes) => this.store(votes));

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: QuestionRows,
    private readonly news: VoteNews,
  ) {}

  /** @throws {Fault} `conflict` when votes do not count any more; `not-found`, also when it is not public */
  async vote(sessionId: string, participantId: string, vote: VoteDto): Promise<VoteCountDto> {
    const count = await this.writer.write({ ...vote, sessionId, participantId });
    this.news.voted(sessionId, vote.questionId);
    return count;
  }

  /** What the person has voted for in this session. */
  async votedIds(sessionId: string, participantId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT questions.id FROM questions
       JOIN question_votes ON question_id = questions.id AND question_votes.participant_id = $2
       WHERE session_id = $1`,
      [sessionId, participantId],
    );
    return rows.map(({ id }) => id);
  }

  private async store(votes: Vote[]): Promise<(VoteCountDto | Fault)[]> {
    const counts = new Map(
      (await storeVotes(this.manager, votes)).map(({ sessionId, ...count }) => [
        keyOf({ sessionId, ...count }),
        count,
      ]),
    );
    const refused = votes.filter((vote) => !counts.has(keyOf(vote))).map(({ questionId }) => questionId);
    const present = await this.present([...new Set(refused)]);
    return votes.map((vote) => counts.get(keyOf(vote)) ?? refusalOf(vote, present.get(vote.questionId)));
  }

  private async present(ids: string[]): Promise<Map<string, Question>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.rows.find({ id: In(ids) })).map((question) => [question.id, question]));
  }
}

/** The same question is another one to a person of another session. */
const keyOf = ({ sessionId, questionId }: { sessionId: string; questionId: string }) =>
  `${sessionId} ${questionId}`;

function refusalOf({ sessionId }: Vote, question: Question | undefined): Fault {
  if (question?.sessionId !== sessionId || !isPublic(question))
    return new Fault('not-found', 'there is no such question');
  const { state } = question;
  return new Fault('conflict', `votes do not count any more: the question is ${state}`, { state });
}
