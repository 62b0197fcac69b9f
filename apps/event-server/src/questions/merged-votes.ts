import type { EntityManager } from 'typeorm';

/**
 * Everybody who voted for one of them has voted for what they became, once; what they voted for stays written down.
 * @returns the votes of what they became
 */
export async function uniteVotes(manager: EntityManager, intoId: string, ids: string[]): Promise<number> {
  await manager.query(
    `INSERT INTO question_votes (question_id, participant_id, through_merge)
     SELECT DISTINCT $1::uuid, participant_id, true FROM question_votes WHERE question_id = ANY ($2::uuid[])
     ON CONFLICT DO NOTHING`,
    [intoId, ids],
  );
  return countVotes(manager, intoId);
}

/**
 * Takes back what came only with questions that are no longer merged into this one.
 * @param ids those that still are
 * @returns its votes
 */
export async function partVotes(manager: EntityManager, intoId: string, ids: string[]): Promise<number> {
  await manager.query(
    `DELETE FROM question_votes AS brought WHERE question_id = $1 AND through_merge AND NOT EXISTS (
       SELECT FROM question_votes AS own
       WHERE own.question_id = ANY ($2::uuid[]) AND own.participant_id = brought.participant_id
         AND NOT own.through_merge)`,
    [intoId, ids],
  );
  return countVotes(manager, intoId);
}

/** Nobody votes meanwhile: the question is locked. */
async function countVotes(manager: EntityManager, questionId: string): Promise<number> {
  const [{ votes }]: [{ votes: number }] = await manager.query(
    'SELECT count(*)::integer AS votes FROM question_votes WHERE question_id = $1',
    [questionId],
  );
  return votes;
}
