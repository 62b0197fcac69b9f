import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { call } from '../../factories/http';
import { connectLive } from '../../factories/live';
import { OwnPostgres } from '../../factories/own-postgres';
import { registrationOf } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';
import { Forum, refusedWithinMs, type Asking } from './forum';
import { Writer } from './writer';

const recoversWithinMs = 10_000;

let postgres: OwnPostgres;
let server: TestServer;
let forum: Forum;
beforeAll(async () => {
  postgres = await OwnPostgres.start();
  server = await startServer({}, postgres.database);
});
beforeEach(async () => {
  forum = await Forum.open(server);
});
afterEach(() => {
  postgres.goOn();
  forum.stage.closeAll();
});
afterAll(async () => {
  await server?.stop();
  await postgres?.end();
});

async function refused(what: string, refusal: Promise<{ code: string }>): Promise<void> {
  const before = performance.now();
  const { code } = await refusal;
  const inTime = performance.now() - before < refusedWithinMs;
  expect({ what, code, inTime }).toEqual({ what, code: 'unavailable', inTime: true });
}

const refusedAsking = ([client, verb, request]: Asking) => refused(verb, client.refusal(verb, request));

/** HTTP, and coming in. */
function refusedCalls(): Promise<void>[] {
  const { sample, sessionId } = forum.stage;
  const { ticket } = sample.organiser;
  const path = `events/${sample.event.id}`;
  const calls = [
    ['GET', `public/events/${sample.event.slug}`, {}],
    ['PATCH', path, { title: { en: 'Another title' } }],
    ['POST', `public/events/${sample.event.slug}/register`, registrationOf()],
    ['POST', `${path}/participants/${forum.one.participantId}/revoke`, {}],
    ['GET', `${path}/sessions/${sessionId}/chat.json`, {}],
  ] as const;
  const connecting = connectLive(server, ticket).then(
    () => ({ code: 'connected' }),
    (fault: { code: string }) => fault,
  );
  return [
    refused('a new socket', connecting),
    ...calls.map(([method, to, body]) =>
      refused(
        to,
        call(server, method, to, { ticket, body }).then((answer) => answer.body.error),
      ),
    ),
  ];
}

it('refuses everybody in time while Postgres hangs, and goes on by itself when it does', async () => {
  const { stage, one, other } = forum;
  const asked = await forum.writing();
  const writer = new Writer(await stage.joined(stage.crew('organiser')), 'While it hangs,');
  await writer.hasWritten(3);
  postgres.hang();
  // First those who find a connection that worked a moment ago, then those who find none, or wait behind others.
  const everybody = [...asked, ...forum.readingOf(one.client)].map(refusedAsking);
  await wait(300);
  everybody.push(...forum.readingOf(other.client).map(refusedAsking), ...refusedCalls());
  await Promise.all(everybody);
  await Promise.all(forum.readingOf(one.client).map(refusedAsking));

  postgres.goOn();
  const back = performance.now();
  for (const [client, verb, request] of asked) await client.ask(verb, request);
  await writer.hasWritten(3);
  expect(performance.now() - back).toBeLessThan(recoversWithinMs);
  await writer.stop();
  expect(writer.refused).toBeGreaterThan(0);
  const stored = await postgres.database.query(
    "SELECT text FROM chat_messages WHERE text LIKE 'While it hangs,%' ORDER BY number",
  );
  expect(stored.map(({ text }) => text)).toEqual(writer.acknowledged.map(({ text }) => text));
});

it('refuses in time what somebody else keeps locked, and goes on afterwards', async () => {
  const asked = await forum.writing();
  const holder = new Client({ connectionString: postgres.database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE chat_messages, questions, polls, hands, shows IN ACCESS EXCLUSIVE MODE');
  const locked = asked.filter(([, verb]) => /^(question|poll|hand|session):|chat:(send|edit)/.test(verb));
  await Promise.all(locked.map(refusedAsking));
  await holder.query('COMMIT');
  await holder.end();
  for (const [client, verb, request] of asked) await client.ask(verb, request);
});
