import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CueDto, ShowStateDto } from '@manyhalls/contracts';
import { MediaNode } from '../../../apps/media-node/src/media-node';
import { FeedRows } from '../../../apps/event-server/src/feeds/feed-rows.service';
import { childrenNamed } from '../../bench/lib/processes';
import { approvedGreeting, type ApprovedGreeting } from '../../factories/approved-greeting';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { dataFolder } from '../../factories/greetings';
import { connectLive, type LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { mediaEnvironment } from '../../factories/media-environment';
import { go, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';
import { until } from '../../factories/until';

jest.setTimeout(60_000);

const secret = 'the secret of this test';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let database: FreshDatabase;
let servers: TestServer[];
let stage: LiveStage;
let caller: LiveClient;
let greeting: ApprovedGreeting;
let cues: CueDto[];
let person: Awaited<ReturnType<LiveStage['invite']>>;
const nodes = new Map<string, MediaNode>();
/** Their worker processes. */
const workers = new Map<string, number[]>();

/** All servers see two nodes, which have everything in one folder. */
async function setUp(serverCount: number): Promise<void> {
  folder = await dataFolder();
  database = await freshDatabase();
  const environment = {
    SIGNING_SECRET: randomBytes(32).toString('hex'),
    NODE_SECRET: secret,
    DATA_DIR: folder.path,
  };
  servers = [];
  while (servers.length < serverCount) servers.push(await startServer(environment, database));
  for (const venue of ['jinan', 'tokyo']) {
    const before = childrenNamed(process.pid, 'mediasoup');
    nodes.set(venue, await startNode(venue));
    const now = childrenNamed(process.pid, 'mediasoup');
    workers.set(
      venue,
      now.filter((pid) => !before.includes(pid)),
    );
  }
  stage = await LiveStage.make(first());
  await stage.change('live');
  person = await stage.invite('show-caller');
  caller = await callerOn(first());
  greeting = await approvedGreeting(first(), stage.sample.event.id, 12);
  cues = await writeRundown(
    caller,
    { type: 'opening' },
    { type: 'greeting', layout: 'single', greetingId: greeting.id },
  );
}
afterEach(async () => {
  caller.close();
  stage.closeAll();
  for (const server of servers) await server.stop();
  for (const node of nodes.values()) await node.close();
  nodes.clear();
  await database.drop();
  await folder.remove();
}, 60_000);

async function callerOn(server: TestServer): Promise<LiveClient> {
  const client = await connectLive(server, person.ticket);
  await client.ask('session:join', { sessionId: stage.sessionId });
  return client;
}

const first = () => servers[0] as TestServer;

async function startNode(venue: string): Promise<MediaNode> {
  const settings = await mediaEnvironment('remote');
  const port = Number(settings['MEDIA_PORT_BASE']);
  const node = await MediaNode.start({
    venue,
    servers: servers.map(({ url }) => url),
    secret,
    listenIp: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    portBase: port,
    pipePorts: { min: port + 50, max: port + 149 },
    workers: 1,
    workerBin: settings['MEDIASOUP_WORKER_BIN'],
    ffmpegBin: settings['FFMPEG_BIN'],
    filesFolder: join(folder.path, 'files'),
  });
  return node;
}

const read = () => caller.ask('show:read', {});
const untilShow = async (fits: (show: ShowStateDto) => boolean): Promise<ShowStateDto> => {
  await until(async () => fits(await read()));
  return read();
};

const feedOf = async (server: TestServer) =>
  (await server.get(FeedRows).find({ greetingId: greeting.id }))[0];
const playingNode = async (server = first()) => (await feedOf(server))?.tracks[0]?.nodeId;

/** @returns the node that plays it, and the take */
async function playing(): Promise<{ nodeId: string; takeId: string }> {
  await go(caller, cues[0] as CueDto);
  await untilShow(({ feeds }) => feeds.some(({ tracks }) => tracks.length === 3));
  const { id: takeId } = await go(caller, cues[1] as CueDto);
  await untilShow(({ playback }) => playback?.state === 'playing');
  return { nodeId: (await playingNode()) ?? '', takeId };
}

describe('a greeting on programme', () => {
  it('gives way to the slate within a second when its node dies, and plays on elsewhere from the present moment', async () => {
    await setUp(1);
    const { nodeId } = await playing();
    await until(async () => Date.now() - Date.parse((await read()).playback?.startedAt ?? '') > 2000);
    const before = caller.told.length;
    const diedAt = Date.now();
    await kill(nodeId);
    await until(() =>
      caller.told
        .slice(before)
        .some(({ event, payload }) => event === 'show:changed' && payload.playback?.state === 'slate'),
    );
    expect(Date.now() - diedAt).toBeLessThan(1000);
    const { playback } = await untilShow((show) => show.playback?.state === 'playing');
    expect(playback?.positionSeconds).toBeGreaterThanOrEqual(2);
    expect(await playingNode()).not.toBe(nodeId);
  });

  it('is looked after by another event-server when the one that began it is gone', async () => {
    await setUp(2);
    const { nodeId, takeId } = await playing();
    const [gone, other] = servers.splice(0, 2) as [TestServer, TestServer];
    servers.push(other);
    await gone.stop();
    caller = await callerOn(other);
    await kill(nodeId);
    await until(async () => {
      const present = await playingNode(other);
      return present !== undefined && present !== nodeId;
    });
    await untilShow(({ playback }) => playback?.state === 'playing');
    await caller.ask('greeting:control', { takeId, step: 'pause' });
    expect((await read()).playback?.state).toBe('paused');
  });

  it('is paused at once, also while another node is slow to have the next one ready', async () => {
    await setUp(1);
    const { nodeId, takeId } = await playing();
    nodes.get(nodeId)?.drain();
    const slow = workers.get(nodeId === 'jinan' ? 'tokyo' : 'jinan') ?? [];
    for (const pid of slow) process.kill(pid, 'SIGSTOP');
    try {
      const next = await approvedGreeting(first(), stage.sample.event.id, 12);
      await writeRundown(caller, { type: 'greeting', layout: 'single', greetingId: next.id });
      await untilShow(({ feeds }) => feeds.length === 2);
      await caller.ask('greeting:control', { takeId, step: 'pause' });
      // The slow one has not even been given up.
      const [playback] = await first().database.query(
        `SELECT state, fault FROM playbacks WHERE greeting_id = '${next.id}'`,
      );
      expect(playback).toEqual({ state: 'standby', fault: null });
    } finally {
      for (const pid of slow) process.kill(pid, 'SIGCONT');
    }
    await untilShow(({ feeds }) => feeds.length === 2 && feeds.every(({ tracks }) => tracks.length === 3));
    expect((await read()).playback?.state).toBe('paused');
  });
});

/** As a power cut does: nobody is told. */
async function kill(nodeId: string): Promise<void> {
  await nodes.get(nodeId)?.close();
  nodes.delete(nodeId);
}
