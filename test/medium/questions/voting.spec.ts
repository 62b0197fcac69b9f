import { setTimeout as wait } from 'node:timers/promises';
import { Fault, type ErrorCode } from '@manyhalls/contracts';
import { VotingService } from '../../../apps/event-server/src/questions/voting.service';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove, moveOn } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let asker: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await stage.joined(stage.crew('moderator'));
  asker = await stage.joined(stage.attendee());
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

/** As the rows say, and as the counter says. */
async function tallyOf(questionId: string): Promise<[number, number]> {
  const [row] = await server.database.query(
    `SELECT votes, (SELECT count(*)::integer FROM question_votes WHERE question_id = $1) AS rows
     FROM questions WHERE id = $1`,
    [questionId],
  );
  return [row?.['rows'], row?.['votes']] as [number, number];
}

describe('a vote', () => {
  it('counts once, is taken back, and can be given again', async () => {
    const { id: questionId } = await askAndMove(asker, moderator, ['approve']);
    const vote = (on: boolean) => asker.ask('question:vote', { questionId, on });
    const counts = [];
    for (const on of [true, true, false, false, true]) counts.push((await vote(on)).votes);
    expect(counts).toEqual([1, 1, 0, 0, 1]);
    await expect(asker.ask('question:list', {})).resolves.toMatchObject({
      questions: [{ id: questionId, votes: 1 }],
      votedIds: [questionId],
    });
    await expect(moderator.ask('question:list', {})).resolves.toMatchObject({
      questions: [{ votes: 1 }],
      votedIds: [],
    });
  });

  it('of one person counts once, also a hundred times at the same moment, with several devices', async () => {
    const { id: questionId } = await askAndMove(asker, moderator, ['approve']);
    const person = await stage.register();
    const devices = await Promise.all([1, 2, 3, 4].map(() => stage.joined(stage.connect(person))));
    const counts = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (devices[index % 4] as LiveClient).ask('question:vote', { questionId, on: true }),
      ),
    );
    expect(new Set(counts.map(({ votes }) => votes))).toEqual(new Set([1]));
    await expect(tallyOf(questionId)).resolves.toEqual([1, 1]);
  });

  it('does not make the question another version', async () => {
    const { id: questionId, version } = await askAndMove(asker, moderator, ['approve']);
    await asker.ask('question:vote', { questionId, on: true });
    await expect(moveOn(moderator, { id: questionId, version }, ['claim'])).resolves.toMatchObject({
      votes: 1,
    });
  });

  it('is told to everybody, with the others of that second', async () => {
    const questions = [
      await askAndMove(asker, moderator, ['approve']),
      await askAndMove(asker, moderator, ['approve']),
    ];
    const voters = await Promise.all(Array.from({ length: 6 }, () => stage.joined(stage.attendee())));
    const start = performance.now();
    await Promise.all(
      voters.flatMap((voter) =>
        questions.map(({ id: questionId }) => voter.ask('question:vote', { questionId, on: true })),
      ),
    );
    for (const { id } of questions)
      for (const client of [asker, moderator])
        await client.heard('question:voted', ({ counts }) =>
          counts.some(({ questionId, votes }) => questionId === id && votes === 6),
        );
    const seconds = (performance.now() - start) / 1000;
    const told = asker.told.filter(({ event }) => event === 'question:voted');
    expect(told.length).toBeLessThanOrEqual(Math.floor(seconds) + 2);
  });

  it('is refused where there is nothing to vote for', async () => {
    const submitted = await askAndMove(asker, moderator, []);
    const { id: rejected } = await askAndMove(asker, moderator, ['reject']);
    const { id: answered } = await askAndMove(asker, moderator, ['approve', 'claim', 'answer']);
    const { id: good } = await askAndMove(asker, moderator, ['approve']);
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.joined(elsewhere.attendee());
    const refusal = async (client: LiveClient, questionId: string) =>
      (await client.refusal('question:vote', { questionId, on: true })).code;
    const codes = await Promise.all([
      refusal(asker, submitted.id),
      refusal(asker, rejected),
      refusal(asker, answered),
      refusal(asker, stage.sessionId),
      refusal(stranger, good),
      // In the same group as all the others.
      asker.ask('question:vote', { questionId: good, on: true }).then(({ votes }) => votes),
    ]);
    expect(codes).toEqual(['not-found', 'not-found', 'conflict', 'not-found', 'not-found', 1]);
    elsewhere.closeAll();
  });
});

/** As a page does: when the database does not keep up, the same vote again. Then the refusal, if any. */
async function persistently(
  voting: VotingService | undefined,
  voter: string,
  questionId: string,
  on: boolean,
): Promise<{ code: ErrorCode | null }> {
  for (;;) {
    try {
      await voting?.vote(stage.sessionId, voter, { questionId, on });
      return { code: null };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.code !== 'unavailable') return { code: error.code };
    }
  }
}

describe('many votes at once', () => {
  const people = 300;
  let voters: string[];

  beforeEach(async () => {
    const rows = await server.database.query(
      `INSERT INTO participants (id, event_id, role, display_name, institution, language)
       SELECT gen_random_uuid(), $1, 'attendee', 'Voter ' || n, 'University', 'en' FROM generate_series(1, $2) AS n
       RETURNING id`,
      [stage.sample.event.id, people],
    );
    voters = rows.map(({ id }) => id as string);
  });

  it('on several servers’ writers are counted exactly, whatever is given and taken back', async () => {
    const questions = [
      await askAndMove(asker, moderator, ['approve']),
      await askAndMove(asker, moderator, ['approve']),
      await askAndMove(asker, moderator, ['approve', 'claim']),
    ];
    const colleague = await startServer({}, server.database);
    const services = [server.get(VotingService), colleague.get(VotingService)];
    const vote = (index: number, voter: string, questionId: string, on: boolean) =>
      persistently(services[index % 2], voter, questionId, on);
    await Promise.all(
      voters.flatMap((voter, index) =>
        questions.flatMap(({ id }) => [vote(index, voter, id, true), vote(index + 1, voter, id, true)]),
      ),
    );
    for (const { id } of questions) await expect(tallyOf(id)).resolves.toEqual([people, people]);
    await Promise.all(
      voters.map((voter, index) => vote(index, voter, questions[index % 3]?.id as string, false)),
    );
    for (const { id } of questions) await expect(tallyOf(id)).resolves.toEqual([people - 100, people - 100]);
    await colleague.stop();
  });

  it('are all counted or refused while questions are merged', async () => {
    const [into, duplicate] = [
      await askAndMove(asker, moderator, ['approve']),
      await askAndMove(asker, moderator, ['approve']),
    ];
    const voting = server.get(VotingService);
    const merging = (async () => {
      await wait(5);
      await moderator.ask('question:merge', { intoId: into.id, questionIds: [duplicate.id] });
    })();
    const accepted: string[] = [];
    for (let from = 0; from < people; from += 20)
      await Promise.all(
        voters.slice(from, from + 20).map(async (voter, index) => {
          const questionId = index % 2 ? into.id : duplicate.id;
          const { code } = await persistently(voting, voter, questionId, true);
          if (code === null) accepted.push(voter);
          else expect(code).toBe('not-found');
        }),
      );
    await merging;
    await expect(tallyOf(into.id)).resolves.toEqual([accepted.length, accepted.length]);
    expect(accepted.length).toBeGreaterThanOrEqual(people / 2);
  });
});
