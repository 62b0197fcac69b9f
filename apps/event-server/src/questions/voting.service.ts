import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager, In } from 'typeorm';
import { Fault, questionStates, type VoteCountDto, type VoteDto } from '@manyhalls/contracts';
import { isVotable } from '@manyhalls/domain';
import { GroupedWriter } from '../database/grouped-writer';
import { isPublic } from './question';
import { QuestionRows } from './question-rows.service';
import { VoteNews } from './vote-news.service';

interface Vote extends VoteDto {
  sessionId: string;
  participantId: string;
}

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

  /**
   * One statement for a whole group. Of one person's votes on one question the last counts. Rows are locked and
   * written in one order, so that the groups of several servers never wait for each other in a circle; a question
   * that was merged or answered while the group waited for its lock is no longer among the votable ones.
   */
  private async store(votes: Vote[]): Promise<(VoteCountDto | Fault)[]> {
    const counted: { id: string; votes: number }[] = await this.manager.query(
      `WITH wanted AS (
         SELECT DISTINCT ON (question_id, participant_id) *
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[]) WITH ORDINALITY
           AS vote (session_id, question_id, participant_id, is_on, place)
         ORDER BY question_id, participant_id, place DESC
       ), votable AS MATERIALIZED (
         SELECT id, votes FROM questions
         WHERE (session_id, id) IN (SELECT session_id, question_id FROM wanted)
           AND state = ANY ($5::text[]) AND merged_into IS NULL
         ORDER BY id FOR NO KEY UPDATE
       ), given AS (
         INSERT INTO question_votes (question_id, participant_id)
         SELECT question_id, participant_id FROM wanted JOIN votable ON votable.id = question_id
         WHERE is_on ORDER BY question_id, participant_id
         ON CONFLICT DO NOTHING RETURNING question_id
       ), taken_back AS (
         DELETE FROM question_votes AS old USING wanted JOIN votable ON votable.id = wanted.question_id
         WHERE NOT is_on AND (old.question_id, old.participant_id) = (wanted.question_id, wanted.participant_id)
         RETURNING old.question_id
       ), change AS (
         SELECT question_id, sum(difference)::integer AS difference
         FROM (SELECT question_id, 1 FROM given UNION ALL SELECT question_id, -1 FROM taken_back)
           AS step (question_id, difference)
         GROUP BY question_id
       ), counted AS (
         UPDATE questions SET votes = questions.votes + difference
         FROM change WHERE questions.id = change.question_id AND difference <> 0
         RETURNING id, questions.votes
       )
       SELECT id, coalesce(counted.votes, votable.votes) AS votes FROM votable LEFT JOIN counted USING (id)`,
      [
        votes.map(({ sessionId }) => sessionId),
        votes.map(({ questionId }) => questionId),
        votes.map(({ participantId }) => participantId),
        votes.map(({ on }) => on),
        questionStates.filter(isVotable),
      ],
    );
    const countOf = new Map(counted.map(({ id, votes }) => [id, votes]));
    const refusalOf = await this.refusals(votes.filter(({ questionId }) => !countOf.has(questionId)));
    return votes.map((vote) => {
      const count = countOf.get(vote.questionId);
      return count === undefined ? refusalOf(vote) : { questionId: vote.questionId, votes: count };
    });
  }

  private async refusals(votes: Vote[]): Promise<(vote: Vote) => Fault> {
    const ids = [...new Set(votes.map(({ questionId }) => questionId))];
    const known = new Map(
      (ids.length === 0 ? [] : await this.rows.find({ id: In(ids) })).map((question) => [
        question.id,
        question,
      ]),
    );
    return ({ questionId, sessionId }) => {
      const question = known.get(questionId);
      if (question?.sessionId !== sessionId || !isPublic(question))
        return new Fault('not-found', 'there is no such question');
      return new Fault('conflict', `votes do not count any more: the question is ${question.state}`, {
        state: question.state,
      });
    };
  }
}
