import type { EntityManager } from 'typeorm';
import type { Poll, StoredPoll } from './poll';

interface Alike {
  pollId: string;
  choices: number[];
  people: number;
}

/** Polls with what people have chosen. */
export async function withTallies(manager: EntityManager, polls: StoredPoll[]): Promise<Poll[]> {
  const answers: Alike[] = await manager.query(
    `SELECT poll_id AS "pollId", choices, count(*)::integer AS people
     FROM poll_answers WHERE poll_id = ANY ($1::uuid[]) GROUP BY poll_id, choices`,
    [polls.map(({ id }) => id)],
  );
  return polls.map((poll) => {
    const tally = { people: 0, choices: poll.options.map(() => 0) };
    for (const { choices, people } of answers.filter(({ pollId }) => pollId === poll.id)) {
      tally.people += people;
      for (const choice of choices) tally.choices[choice] = (tally.choices[choice] ?? 0) + people;
    }
    return { ...poll, tally };
  });
}
