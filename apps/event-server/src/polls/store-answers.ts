import type { EntityManager } from 'typeorm';
import type { AnswerPollDto } from '@manyhalls/contracts';
import { statusesFor } from '@manyhalls/domain';

export interface Answer extends AnswerPollDto {
  sessionId: string;
  participantId: string;
}

/**
 * Of one person's answers to one poll the last counts. Polls are locked in one order, so that the groups of several
 * servers never wait for each other in a circle; one that was closed while the group waited is no longer among the
 * open ones. Choices come as text, because Postgres has no lists of lists of different lengths.
 */
const statement = `
  WITH wanted AS (
    SELECT DISTINCT ON (session_id, poll_id, participant_id)
      session_id, poll_id, participant_id, choices::smallint[] AS choices
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY
      AS answer (session_id, poll_id, participant_id, choices, place)
    ORDER BY session_id, poll_id, participant_id, place DESC
  ), open AS MATERIALIZED (
    SELECT session_id, id AS poll_id FROM polls
    WHERE (session_id, id) IN (SELECT session_id, poll_id FROM wanted) AND state = 'open'
      AND session_id IN (SELECT id FROM sessions WHERE status = ANY ($5::text[]))
    ORDER BY id FOR NO KEY UPDATE
  ), given AS (
    INSERT INTO poll_answers (poll_id, participant_id, choices)
    SELECT poll_id, participant_id, choices FROM wanted JOIN open USING (session_id, poll_id)
    WHERE cardinality(choices) > 0
    ON CONFLICT (poll_id, participant_id) DO UPDATE SET choices = excluded.choices
  ), taken_back AS (
    DELETE FROM poll_answers AS old USING wanted JOIN open USING (session_id, poll_id)
    WHERE cardinality(wanted.choices) = 0
      AND (old.poll_id, old.participant_id) = (open.poll_id, wanted.participant_id)
  )
  SELECT session_id AS "sessionId", poll_id AS "pollId" FROM open`;

/**
 * Stores any number of answers in one statement.
 * @returns the polls that are open in the session of the answer; the answers to others are not stored
 */
export function storeAnswers(
  manager: EntityManager,
  answers: Answer[],
): Promise<{ sessionId: string; pollId: string }[]> {
  return manager.query(statement, [
    answers.map(({ sessionId }) => sessionId),
    answers.map(({ pollId }) => pollId),
    answers.map(({ participantId }) => participantId),
    answers.map(({ choices }) => `{${choices.join(',')}}`),
    statusesFor('answer-poll'),
  ]);
}
