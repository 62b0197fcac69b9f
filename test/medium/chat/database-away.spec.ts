import { crewMember, guest, heardOf, messageOf, messagesTold, say } from '../../factories/chat';
import { cuttableLine, type CuttableLine } from '../../factories/cuttable-line';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let database: FreshDatabase;
let line: CuttableLine;
let server: TestServer;
let stage: LiveStage;

beforeAll(async () => {
  database = await freshDatabase();
  line = await cuttableLine(database.url);
  server = await startServer({}, { ...database, url: line.url });
  stage = await LiveStage.make(server);
}, 120_000);
afterAll(async () => {
  stage.closeAll();
  await server.stop();
  await line.close();
  await database.drop();
}, 60_000);

const rows = async () =>
  (await database.query('SELECT text FROM chat_messages ORDER BY number')).map(({ text }) => text);

it('nothing is acknowledged that is not stored, and everything goes on by itself', async () => {
  const [one, other] = [await guest(stage, 'One'), await guest(stage, 'Other')];
  const moderator = await crewMember(stage);
  const first = await say(one.client, 'First');
  await line.cut();
  const request = messageOf('Second');
  const { id: messageId } = first;
  for (const [client, verb, asked] of [
    [one.client, 'chat:send', request],
    [one.client, 'chat:edit', { messageId, text: 'Changed' }],
    [other.client, 'chat:react', { messageId, name: 'heart', on: true }],
    [moderator, 'chat:delete', { messageId }],
    [moderator, 'moderation:mute', { participantId: other.participantId, minutes: 1 }],
    [other.client, 'chat:read', { channel: 'audience' }],
  ] as const) {
    const before = performance.now();
    expect([verb, (await client.refusal(verb, asked)).code]).toEqual([verb, 'unavailable']);
    expect(performance.now() - before).toBeLessThan(2000);
  }
  expect(await rows()).toEqual(['First']);
  await line.mend();
  // The sockets are the same ones: they have not noticed.
  const second = await one.client.ask('chat:send', request);
  expect(second).toMatchObject({ number: 2, text: 'Second' });
  await heardOf(other.client, second);
  expect(messagesTold(other.client).map(({ text }) => text)).toEqual(['First', 'Second']);
  expect(await rows()).toEqual(['First', 'Second']);
});

it('no acknowledged message is lost or doubled when the line is cut while many are under way', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, (_, index) => guest(stage, `Person ${index}`)));
  const requests = people.flatMap(({ client }, index) =>
    [1, 2, 3].map((turn) => ({ client, request: messageOf(`Person ${index}, turn ${turn}`) })),
  );
  const first = Promise.all(requests.map(({ client, request }) => client.send('chat:send', request)));
  await line.cut();
  const answers = await first;
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('unavailable');
  await line.mend();
  const acknowledged = requests.filter((_, index) => answers[index]!.ok).map(({ request }) => request.text);
  expect(await rows()).toEqual(expect.arrayContaining(acknowledged));
  for (const [index, { client, request }] of requests.entries())
    if (!answers[index]!.ok) await again(() => client.send('chat:send', request));
  const stored = (await rows()).filter((text) => String(text).startsWith('Person'));
  expect(stored.toSorted()).toEqual(requests.map(({ request }) => request.text).toSorted());
});

/** As a page does: until it is acknowledged, never faster than allowed. */
async function again(send: () => Promise<{ ok: boolean }>): Promise<void> {
  while (!(await send()).ok) await new Promise((resolve) => setTimeout(resolve, 200));
}
