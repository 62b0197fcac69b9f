import { guest, messageOf } from '../../factories/chat';
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
