import { setTimeout as wait } from 'node:timers/promises';
import { endWebRtc } from '../../cascade/lib/webrtc-ends';
import { heardOf } from '../../factories/chat';
import { call } from '../../factories/http';
import { mediaEnvironment } from '../../factories/media-environment';
import { OwnPostgres } from '../../factories/own-postgres';
import { registrationOf } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';
import { Forum, refusedWithinMs } from './forum';
import { MediaFlow } from './media-flow';
import { Writer } from './writer';

const recoversWithinMs = 10_000;
const awayMs = 3_000;

let postgres: OwnPostgres;
let server: TestServer;
beforeAll(async () => {
  postgres = await OwnPostgres.start();
  server = await startServer(await mediaEnvironment('jinan,tokyo'), postgres.database);
});
afterAll(async () => {
  await server?.stop();
  endWebRtc();
  await postgres?.end();
});

const query = (sql: string, value: string) => postgres.database.query(sql, [value]);

/** Messages that begin so, as they are stored. */
const storedTexts = async (words: string) =>
  (await query('SELECT text FROM chat_messages WHERE text LIKE $1 ORDER BY number', `${words} %`)).map(
    ({ text }) => text,
  );

describe.each(['fast', 'immediate'] as const)('Postgres stopped (%s) in the middle of an event', (how) => {
  let forum: Forum;
  let flow: MediaFlow;
  beforeAll(async () => {
    forum = await Forum.open(server);
    flow = await MediaFlow.start(forum.stage);
  });
  afterAll(() => {
    flow?.stop();
    forum?.stage.closeAll();
  });

  it('has media flow between two nodes', async () => {
    const nodes = await query(
      'SELECT DISTINCT node_id FROM peers WHERE session_id = $1',
      forum.stage.sessionId,
    );
    expect(nodes.map(({ node_id }) => node_id).toSorted()).toEqual(['jinan', 'tokyo']);
  });

  it('is told in time, stops no media, loses and doubles nothing, and is over soon after', async () => {
    const { stage, one, other } = forum;
    const { ticket } = stage.sample.organiser;
    const path = `events/${stage.sample.event.id}`;
    const revoke = `${path}/participants/${other.participantId}/revoke`;
    const asked = await forum.writing();
    const writer = new Writer(await stage.joined(stage.crew('organiser')), how);
    await writer.hasWritten(3);

    const { looks, gaps } = await flow.during(async () => {
      await postgres.leave(how);
      const away = wait(awayMs);
      for (const [client, verb, request] of asked) {
        const before = performance.now();
        expect([verb, (await client.refusal(verb, request)).code]).toEqual([verb, 'unavailable']);
        expect(performance.now() - before).toBeLessThan(refusedWithinMs);
      }
      for (const [method, to, body] of [
        ['PATCH', path, { title: { en: 'Another title' } }],
        ['POST', revoke, {}],
        ['POST', `public/events/${stage.sample.event.slug}/register`, registrationOf()],
      ] as const) {
        const before = performance.now();
        const answer = await call(server, method, to, { ticket, body });
        expect([to, answer.status, answer.body.error.code]).toEqual([to, 503, 'unavailable']);
        expect(performance.now() - before).toBeLessThan(refusedWithinMs);
      }
      await away;
    });
    expect(gaps).toEqual([]);
    expect(looks).toBeGreaterThan(3);

    await postgres.comeBack();
    const back = performance.now();
    await writer.hasWritten(3);
    for (const [client, verb, request] of asked) await client.ask(verb, request);
    expect((await call(server, 'POST', revoke, { ticket })).status).toBe(204);
    await other.client.closed();
    expect(performance.now() - back).toBeLessThan(recoversWithinMs);

    await writer.stop();
    expect(writer.refused).toBeGreaterThan(0);
    expect(await storedTexts(how)).toEqual(writer.acknowledged.map(({ text }) => text));
    for (const message of writer.acknowledged) await heardOf(one.client, message);
    expect(flow.missed).toEqual([]);
  });
});
