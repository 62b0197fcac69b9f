import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GreetingRows } from '../../../apps/event-server/src/greetings/greeting-rows.service';
import { builtServer } from '../../factories/built-server';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { makeEvent } from '../../factories/event';
import { processesWith } from '../../factories/processes';
import { processed, sendGreeting, storeOnly } from '../../factories/sent-greeting';
import { startServer, type TestServer } from '../../factories/server';
import { until } from '../../factories/until';
import { makeVideo } from '../../factories/videos';

let folder: string;
let database: FreshDatabase;
const servers: TestServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greetings-'));
  database = await freshDatabase();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const environment = () => ({ DATA_DIR: join(folder, 'data'), FFMPEG_BIN: process.env.FFMPEG_BIN ?? '' });

async function serve(): Promise<TestServer> {
  const server = await startServer(environment(), database);
  servers.push(server);
  return server;
}

async function end(server: TestServer): Promise<void> {
  servers.splice(servers.indexOf(server), 1);
  await server.stop();
}

/** Long enough to be met while it is worked on. */
const longVideo = () =>
  makeVideo(folder, { name: 'long.mp4', seconds: 4, picture: 'testsrc2=size=1280x720:rate=30' });

/** What makes the renditions. */
const makers = () => processesWith(join(folder, 'data/greetings/originals'), 'libvpx');

/** ffmpeg is making the renditions. */
async function underWay(id: string): Promise<void> {
  await until(() => makers().length > 0);
  const rows = await database.query('SELECT state FROM greetings WHERE id = $1', [id]);
  expect(rows).toEqual([{ state: 'processing' }]);
}

const inWork = () => readdir(join(folder, 'data/greetings/work'));
const tries = () =>
  database.query('SELECT state::text, retry_count AS retries FROM jobs.job ORDER BY created_on');

it('a server that is killed in the middle takes its ffmpeg along, and the next one begins anew', async () => {
  const first = await serve();
  const { event } = await makeEvent(first);
  const id = await storeOnly(first, event.id, await longVideo());
  await end(first);

  // What was stored and never asked for is found when a server starts.
  const killed = builtServer(database, environment());
  try {
    await underWay(id);
  } finally {
    killed.kill('SIGKILL');
    await once(killed, 'exit');
  }
  await until(() => processesWith(folder).length === 0);
  expect(await inWork()).not.toEqual([]);

  const next = await serve();
  const { state, progress, files } = await processed(next, id);
  expect({ state, progress, seconds: files?.large.lengthSeconds }).toEqual({
    state: 'ready',
    progress: 100,
    seconds: 4,
  });
  expect(await inWork()).toEqual([]);
  expect(await readdir(join(folder, 'data/files'))).toHaveLength(3);
  await until(async () => (await tries())[0]?.state === 'completed');
  expect(await tries()).toEqual([{ state: 'completed', retries: 1 }]);
});

it('is done at the lowest priority and with bounded memory', async () => {
  const server = await serve();
  const { event } = await makeEvent(server);
  await underWay(await sendGreeting(server, event.id, await longVideo()));
  const read = async (pid: number) => {
    const [stat, limits] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/limits`, 'utf8'),
    ]);
    // proc(5): after the name, which stands in brackets, the niceness is the 17th.
    const niceness = stat.split(') ').at(-1)?.split(' ')[16];
    return { niceness, addressSpace: /^Max address space +(\d+)/m.exec(limits)?.[1] };
  };
  const ffmpeg = () => Promise.all(makers().map(read));
  // The shell that starts it becomes so first.
  await until(async () => (await ffmpeg()).some(({ niceness }) => niceness === '19'));
  expect(await ffmpeg()).toContainEqual({ niceness: '19', addressSpace: String(3 * 1024 ** 3) });
});

it('a server that ends lets go at once; that is not a failure of the file', async () => {
  const first = await serve();
  const { event } = await makeEvent(first);
  const id = await sendGreeting(first, event.id, await longVideo());
  await underWay(id);
  await end(first);
  expect(processesWith(folder)).toEqual([]);
  expect(await inWork()).toEqual([]);
  expect(await tries()).toEqual([{ state: 'completed', retries: 0 }]);

  expect((await processed(await serve(), id)).state).toBe('ready');
  await until(async () => (await tries())[1]?.state === 'completed');
  expect(await tries()).toEqual([
    { state: 'completed', retries: 0 },
    { state: 'completed', retries: 0 },
  ]);
});

it('of two servers, one does a job; each does one at a time', async () => {
  const both = [await serve(), await serve()] as const;
  const { event } = await makeEvent(both[0]);
  const file = await makeVideo(folder, { name: 'short.mp4' });
  const ids = [];
  for (const server of [...both, ...both]) ids.push(await sendGreeting(server, event.id, file));
  const versions = () => database.query('SELECT version FROM greetings');
  let most = 0;
  await until(async () => {
    const [row] = await database.query("SELECT count(*)::int AS active FROM jobs.job WHERE state = 'active'");
    most = Math.max(most, Number(row?.active));
    const rows = await both[0].get(GreetingRows).find({ eventId: event.id });
    return rows.every(({ state }) => state === 'ready');
  });
  expect(most).toBeLessThanOrEqual(2);
  // Invited, sent, begun, done.
  expect(await versions()).toEqual(ids.map(() => ({ version: 4 })));
});
