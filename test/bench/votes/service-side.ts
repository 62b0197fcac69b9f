/** The services in this process, and a bare pool that inserts the same rows one by one. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { MessageWriter } from '../../../apps/event-server/src/chat/message-writer.service';
import { VotingService } from '../../../apps/event-server/src/questions/voting.service';
import type { NewMessage } from '../../../apps/event-server/src/chat/new-message';
import { LiveStage } from '../../factories/live-event';
import { startServer } from '../../factories/server';
import { messageText } from '../chat/message';
import type { Defer } from '../lib/report';

/** Work of one kind: each call gives some that was not done before. */
export type WorkOf = (count: number) => Promise<(() => Promise<unknown>)[]>;

export interface ServiceSide {
  /** Votes of different people, spread over so many questions. */
  votes(questions: number): { service: WorkOf; bare: WorkOf };
  messages: { service: WorkOf; bare: WorkOf };
  /** Of one person for one question, all at once. @returns votes stored */
  oneVotesMany(times: number): Promise<number>;
  /** Whether every question's count is the number of its votes. */
  tallyIsExact(): Promise<boolean>;
}

const CONNECTIONS = 8;

export async function serviceSide(defer: Defer): Promise<ServiceSide> {
  const server = await startServer();
  defer(() => server.stop());
  const stage = await LiveStage.make(server);
  defer(() => stage.closeAll());
  const pool = new Pool({ connectionString: server.database.url, max: CONNECTIONS });
  defer(() => pool.end());
  const { sessionId } = stage;
  const attendee = await stage.attendee();
  await attendee.ask('session:join', { sessionId });
  const moderator = await stage.crew('moderator');
  await moderator.ask('session:join', { sessionId });
  for (const channel of ['audience', 'crew'] as const)
    await moderator.ask('chat:send', {
      channel,
      clientMessageId: randomUUID(),
      text: messageText(),
      language: 'en',
    });
  const { id: questionId } = await attendee.ask('question:ask', {
    clientQuestionId: randomUUID(),
    text: 'How do the halls hear each other?',
    language: 'en',
    anonymous: false,
  });
  await moderator.ask('question:move', { questionId, version: 1, step: 'approve' });

  /** More rows like one there is: what is measured starts with all its people and questions there. */
  const cloned = async (table: string, count: number, changes: string): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(one) || ${changes})).*
       FROM (SELECT * FROM ${table} ORDER BY id LIMIT 1) AS one, generate_series(1, ${count}) AS step
       RETURNING id`,
    );
    return rows.map(({ id }) => id);
  };
  const people = (count: number) =>
    cloned('participants', count, `jsonb_build_object('id', gen_random_uuid())`);
  const questions = (count: number) =>
    cloned(
      'questions',
      count,
      `jsonb_build_object('id', gen_random_uuid(), 'client_question_id', gen_random_uuid(), 'votes', 0,
         'number', step + (SELECT max(number) FROM questions))`,
    );

  const voting = server.get(VotingService);
  const writer = server.get(MessageWriter);
  /** Questions whose votes the service counts. */
  const counted: string[] = [];
  const ballots = async (asked: number, count: number) => {
    const [who, what] = [await people(count), await questions(asked)];
    return who.map((participantId, index) => ({ participantId, questionId: what[index % asked] as string }));
  };

  return {
    votes: (asked) => ({
      service: async (count) => {
        const all = await ballots(asked, count);
        counted.push(...all.map(({ questionId }) => questionId));
        return all.map(
          ({ participantId, questionId }) =>
            () =>
              voting.vote(sessionId, participantId, { questionId, on: true }),
        );
      },
      bare: async (count) =>
        (await ballots(asked, count)).map(
          ({ participantId, questionId }) =>
            () =>
              pool.query('INSERT INTO question_votes (question_id, participant_id) VALUES ($1, $2)', [
                questionId,
                participantId,
              ]),
        ),
    }),
    messages: {
      service: async (count) =>
        (await people(count)).map((participantId) => () => writer.write(messageOf(sessionId, participantId))),
      bare: async (count) =>
        (await people(count)).map((participantId) => () => insertMessage(pool, sessionId, participantId)),
    },
    oneVotesMany: async (times) => {
      const [[participantId], [questionId]] = [await people(1), await questions(1)];
      const vote = { questionId: questionId as string, on: true };
      await Promise.all(
        Array.from({ length: times }, () => voting.vote(sessionId, participantId as string, vote)),
      );
      const { rows } = await pool.query<{ votes: number }>('SELECT votes FROM questions WHERE id = $1', [
        questionId,
      ]);
      return rows[0]?.votes ?? 0;
    },
    tallyIsExact: async () => {
      const { rows } = await pool.query<{ exact: boolean }>(
        `SELECT votes = (SELECT count(*) FROM question_votes WHERE question_id = id) AS exact
         FROM questions WHERE id = ANY ($1)`,
        [counted],
      );
      return rows.length > 0 && rows.every(({ exact }) => exact);
    },
  };
}

const messageOf = (sessionId: string, participantId: string): NewMessage => ({
  sessionId,
  channel: 'audience',
  participantId,
  isCrew: false,
  clientMessageId: randomUUID(),
  text: messageText(),
  language: 'en',
  replyToId: null,
  mentionedIds: [],
});

/** Numbers of the bare pool's messages, which nobody else writes beside. */
let number = 1_000_000;

function insertMessage(pool: Pool, sessionId: string, participantId: string): Promise<unknown> {
  number += 1;
  return pool.query(
    `INSERT INTO chat_messages (id, session_id, channel, number, revision, participant_id, client_message_id, text,
       language, mentioned_ids, held, shown)
     VALUES ($1, $2, 'crew', $3, $3, $4, $5, $6, 'en', '{}', false, true)`,
    [randomUUID(), sessionId, number, participantId, randomUUID(), messageText()],
  );
}
