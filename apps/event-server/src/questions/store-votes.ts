import type { EntityManager } from 'typeorm';
import { questionStates, type VoteCountDto, type VoteDto } from '@manyhalls/contracts';
import { isVotable, statusesFor } from '@manyhalls/domain';

export interface Vote extends VoteDto {
  sessionId: string;
  participantId: string;
}

/**
 * Of one person's votes on one question the last counts. Rows are locked and written in one order, so that the groups
 * of several servers never wait for each other in a circle. A question that was merged or answered while the group
 * waited for its lock is no longer among the votable ones.
 */
const statement = `
  WITH wanted AS (
    SELECT DISTINCT ON (session_id, question_id, participant_id) *
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[]) WITH ORDINALITY
      AS vote (session_id, question_id, participant_id, is_on, place)
    ORDER BY session_id, question_id, participant_id, place DESC
  ), votable AS MATERIALIZED (
    SELECT session_id, id AS question_id, votes FROM questions
    WHERE (session_id, id) IN (SELECT session_id, question_id FROM wanted)
      AND state = ANY ($5::text[]) AND merged_into IS NULL
      AND session_id IN (SELECT id FROM sessions WHERE status = ANY ($6::text[]))
    ORDER BY id FOR NO KEY UPDATE
  ), given AS (
    INSERT INTO question_votes (question_id, participant_id)
    SELECT question_id, participant_id FROM wanted JOIN votable USING (session_id, question_id)
    WHERE is_on ORDER BY question_id, participant_id
    ON CONFLICT DO NOTHING RETURNING question_id
  ), taken_back AS (
    DELETE FROM question_votes AS old USING wanted JOIN votable USING (session_id, question_id)
    WHERE NOT is_on AND (old.question_id, old.participant_id) = (votable.question_id, wanted.participant_id)
    RETURNING old.question_id
  ), change AS (
    SELECT question_id, sum(difference)::integer AS difference
    FROM (SELECT question_id, 1 FROM given UNION ALL SELECT question_id, -1 FROM taken_back)
      AS step (question_id, difference)
    GROUP BY question_id
  ), counted AS (
    UPDATE questions SET votes = questions.votes + difference
    FROM change WHERE questions.id = change.question_id AND difference <> 0
    RETURNING change.question_id, questions.votes
  )
  SELECT session_id AS "sessionId", question_id AS "questionId", coalesce(counted.votes, votable.votes) AS votes
  FROM votable LEFT JOIN counted USING (question_id)`;

/**
 * Stores any number of votes in one statement.
 * @returns the counts of those questions that can be voted for in the session of the vote
 */
export function storeVotes(
  manager: EntityManager,
  votes: Vote[],
): Promise<(VoteCountDto & { sessionId: string })[]> {
  return manager.query(statement, [
    votes.map(({ sessionId }) => sessionId),
    votes.map(({ questionId }) => questionId),
    votes.map(({ participantId }) => participantId),
    votes.map(({ on }) => on),
    questionStates.filter(isVotable),
    statusesFor('vote'),
  ]);
}
