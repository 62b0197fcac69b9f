import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Ack, PollDto } from '@manyhalls/contracts';
import { AnsweringService } from '../../../apps/event-server/src/polls/answering.service';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { makePoll, movePoll } from '../../factories/polls';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let attendee: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await stage.joined(stage.crew('moderator'));
  attendee = await stage.joined(stage.attendee());
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

/** As the rows say. */
async function tallyOf(pollId: string): Promise<{ people: number; choices: number[] }> {
  const rows = await server.database.query('SELECT choices FROM poll_answers WHERE poll_id = $1', [pollId]);
  const choices = [0, 0, 0];
  for (const row of rows) for (const choice of row['choices'] as number[]) choices[choice]! += 1;
  return { people: rows.length, choices };
}

const codeOf = async (client: LiveClient, pollId: string, choices: unknown) =>
  (await client.refusal('poll:answer', { pollId, choices })).code;

const toldOf = (client: LiveClient) =>
  client.told.flatMap((one) => (one.event === 'poll:own-answered' ? [one.payload.choices] : []));

const countedBy = (client: LiveClient) => client.told.filter(({ event }) => event === 'poll:counted').length;

const showResults = (poll: PollDto, shown: boolean) =>
  moderator.ask('poll:show-results', { pollId: poll.id, version: poll.version, shown });

describe('an answer', () => {
  it('is refused where there is nothing to answer, and nothing is stored', async () => {
    const draft = await makePoll(moderator, []);
    const closed = await makePoll(moderator, ['open', 'close']);
    const open = await makePoll(moderator, ['open']);
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.joined(elsewhere.attendee());
    expect(await codeOf(attendee, draft.id, [0])).toBe('not-found');
    expect(await codeOf(attendee, randomUUID(), [0])).toBe('not-found');
    expect(await codeOf(attendee, closed.id, [0])).toBe('conflict');
    expect(await codeOf(attendee, closed.id, [])).toBe('conflict');
    expect(await codeOf(stranger, open.id, [0])).toBe('not-found');
    for (const { id } of [draft, closed, open])
      await expect(tallyOf(id)).resolves.toEqual({ people: 0, choices: [0, 0, 0] });
    elsewhere.closeAll();
  });

  it.each([[[3]], [[-1]], [[0.5]], [['0']], [[0, 0]], [[0, 1]], [0], [null], [Array(11).fill(0)]])(
    'of %j to a poll of three options, of which one may be chosen, is refused',
    async (choices) => {
      const { id } = await makePoll(moderator, ['open']);
      expect(await codeOf(attendee, id, choices)).toBe('bad-request');
      await expect(tallyOf(id)).resolves.toMatchObject({ people: 0 });
    },
  );

  it('is changed, taken back and given again while the poll is open', async () => {
    const poll = await makePoll(moderator, ['open']);
    const tallies = [];
    for (const choices of [[0], [2], [2], [], [], [1]]) {
      await expect(attendee.ask('poll:answer', { pollId: poll.id, choices })).resolves.toEqual({
        pollId: poll.id,
        choices,
      });
      tallies.push((await tallyOf(poll.id)).choices);
    }
    expect(tallies).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
      [0, 1, 0],
    ]);
    await movePoll(moderator, poll, ['close']);
    expect(await codeOf(attendee, poll.id, [0])).toBe('conflict');
    await expect(attendee.ask('poll:list', {})).resolves.toMatchObject({
      answers: [{ pollId: poll.id, choices: [1] }],
    });
  });

  it('is told at once to all devices of that person, and to nobody else', async () => {
    const { id: pollId } = await makePoll(moderator, ['open']);
    const person = await stage.register();
    const [laptop, phone] = [
      await stage.joined(stage.connect(person)),
      await stage.joined(stage.connect(person)),
    ];
    for (const [device, choices] of [
      [laptop, [0]],
      [phone, [2]],
      [laptop, []],
    ] as const)
      await device.ask('poll:answer', { pollId, choices: [...choices] });
    for (const device of [laptop, phone]) {
      await device.heard('poll:own-answered', ({ choices }) => choices.length === 0);
      expect(toldOf(device)).toEqual([[0], [2], []]);
    }
    const [first, last] = [[0], [1]];
    await Promise.all([
      laptop.ask('poll:answer', { pollId, choices: first }),
      phone.ask('poll:answer', { pollId, choices: last }),
    ]);
    const { answers } = await laptop.ask('poll:list', {});
    for (const device of [laptop, phone]) {
      await device.ask('poll:list', {});
      expect([{ pollId, choices: toldOf(device).at(-1) }]).toEqual(answers);
    }
    for (const other of [attendee, moderator]) {
      await other.ask('poll:list', {});
      expect(toldOf(other)).toEqual([]);
    }
  });

  it('may choose several options where the poll says so, and is one answer', async () => {
    const { id: pollId } = await makePoll(moderator, ['open'], { multiple: true });
    await expect(attendee.ask('poll:answer', { pollId, choices: [2, 0] })).resolves.toEqual({
      pollId,
      choices: [0, 2],
    });
    await expect(moderator.ask('poll:list', {})).resolves.toMatchObject({
      polls: [{ tally: { people: 1, choices: [1, 0, 1] } }],
      answers: [],
    });
  });

  it('of one person is stored once, also a hundred times at the same moment, with several devices', async () => {
    const { id: pollId } = await makePoll(moderator, ['open']);
    const person = await stage.register();
    const devices = await Promise.all([1, 2, 3, 4].map(() => stage.joined(stage.connect(person))));
    const acks = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        devices[index % 4]!.send('poll:answer', { pollId, choices: [index % 3] }),
      ),
    );
    const refused = acks.flatMap((ack: Ack<unknown>) => (ack.ok ? [] : [ack.error.code]));
    expect(new Set(refused)).toEqual(new Set(['too-many-requests']));
    expect(refused.length).toBeLessThan(100);
    await expect(tallyOf(pollId)).resolves.toMatchObject({ people: 1 });
  });
});

describe('results', () => {
  it('are told to the audience only while they are shown, and to the crew always', async () => {
    const poll = await makePoll(moderator, ['open']);
    const others = await Promise.all([1, 2, 3].map(() => stage.joined(stage.attendee())));
    for (const other of others) await other.ask('poll:answer', { pollId: poll.id, choices: [2] });
    const three = { people: 3, choices: [0, 0, 3] };
    await moderator.heard('poll:counted', ({ tally }) => tally.people === 3);
    await expect(moderator.ask('poll:list', {})).resolves.toMatchObject({ polls: [{ tally: three }] });
    await expect(attendee.ask('poll:list', {})).resolves.toMatchObject({ polls: [{ tally: null }] });

    const shown = await showResults(poll, true);
    await attendee.heard('poll:changed', (told) => told.poll.tally?.people === 3);
    const before = attendee.told.filter(({ payload }) => JSON.stringify(payload).includes('"people"'));
    expect(before.map(({ event }) => event)).toEqual(['poll:changed']);
    await attendee.ask('poll:answer', { pollId: poll.id, choices: [0] });
    await attendee.heard('poll:counted', ({ tally }) => tally.people === 4);

    const hidden = await showResults(shown, false);
    await attendee.heard('poll:changed', (told) => told.poll.version === hidden.version);
    const from = attendee.told.length;
    await others[0]!.ask('poll:answer', { pollId: poll.id, choices: [] });
    await moderator.heard('poll:counted', ({ tally }) => tally.people === 3 && tally.choices[0] === 1);
    const closed = await movePoll(moderator, hidden, ['close']);
    await attendee.heard('poll:changed', (told) => told.poll.version === closed.version);
    expect(JSON.stringify(attendee.told.slice(from))).not.toContain('"people"');
    await expect(attendee.ask('poll:list', {})).resolves.toMatchObject({ polls: [{ tally: null }] });
  });

  it('that are being hidden are told no more, however the answers come', async () => {
    const poll = await showResults(await makePoll(moderator, ['open']), true);
    await attendee.ask('poll:answer', { pollId: poll.id, choices: [0] });
    await attendee.heard('poll:counted');
    // Told when the pause is over, which is while somebody hides the results.
    await attendee.ask('poll:answer', { pollId: poll.id, choices: [1] });
    const hiding = new Client({ connectionString: server.database.url });
    await hiding.connect();
    try {
      await hiding.query('BEGIN');
      await hiding.query('SELECT FROM polls WHERE id = $1 FOR UPDATE', [poll.id]);
      await hiding.query('UPDATE polls SET results_shown = false, version = version + 1 WHERE id = $1', [
        poll.id,
      ]);
      const waits = 'SELECT FROM pg_locks WHERE NOT granted';
      while ((await hiding.query(waits)).rowCount === 0 && countedBy(attendee) === 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await hiding.query('COMMIT');
    } finally {
      await hiding.end();
    }
    await moderator.heard('poll:counted', ({ tally }) => tally.choices[1] === 1);
    await attendee.ask('poll:list', {});
    expect(countedBy(attendee)).toBe(1);
  });

  it('are told at most once a second', async () => {
    const poll = await showResults(await makePoll(moderator, ['open']), true);
    const voters = await Promise.all(Array.from({ length: 8 }, () => stage.joined(stage.attendee())));
    const start = performance.now();
    for (const choice of [0, 1, 2])
      await Promise.all(
        voters.map((voter) => voter.ask('poll:answer', { pollId: poll.id, choices: [choice] })),
      );
    await attendee.heard('poll:counted', ({ tally }) => tally.choices[2] === 8);
    const seconds = (performance.now() - start) / 1000;
    const told = attendee.told.filter(({ event }) => event === 'poll:counted');
    expect(told.length).toBeLessThanOrEqual(Math.floor(seconds) + 2);
  });
});

describe('many answers at once', () => {
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

  it('on several servers’ writers are counted exactly, whatever is given, changed and taken back', async () => {
    const { id: pollId } = await makePoll(moderator, ['open'], { multiple: true });
    const colleague = await startServer({}, server.database);
    const services = [server.get(AnsweringService), colleague.get(AnsweringService)];
    const answer = (index: number, voter: string, choices: number[]) =>
      services[index % 2]!.answer(stage.sessionId, voter, { pollId, choices });
    await Promise.all(
      voters.flatMap((voter, index) => [answer(index, voter, [1, 2]), answer(index + 1, voter, [1, 2])]),
    );
    await expect(tallyOf(pollId)).resolves.toEqual({ people, choices: [0, people, people] });
    const changes = [[], [0], [0, 1]];
    await Promise.all(voters.map((voter, index) => answer(index, voter, changes[index % 3]!)));
    const third = people / 3;
    await expect(tallyOf(pollId)).resolves.toEqual({ people: 2 * third, choices: [2 * third, third, 0] });
    const [poll] = (await moderator.ask('poll:list', {})).polls;
    expect(poll?.tally).toEqual(await tallyOf(pollId));
    await colleague.stop();
  });

  it('are stored or refused while the poll is closed, and what was told then is what is stored', async () => {
    const poll = await makePoll(moderator, ['open']);
    const answering = server.get(AnsweringService);
    const accepted: string[] = [];
    let closed: PollDto | undefined;
    const closedAfter = 140;
    for (let from = 0; from < people; from += 20) {
      const closing =
        from === closedAfter
          ? movePoll(moderator, poll, ['close']).then((told) => {
              closed = told;
            })
          : Promise.resolve();
      await Promise.all(
        voters.slice(from, from + 20).map((voter) =>
          answering.answer(stage.sessionId, voter, { pollId: poll.id, choices: [0] }).then(
            () => accepted.push(voter),
            () => {},
          ),
        ),
      );
      await closing;
    }
    expect(accepted.length).toBeGreaterThanOrEqual(closedAfter);
    expect(accepted.length).toBeLessThan(people);
    expect(closed?.tally).toEqual(await tallyOf(poll.id));
    expect(closed?.tally?.people).toBe(accepted.length);
  });
});
