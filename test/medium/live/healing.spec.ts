import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { MediaNode } from '../../../apps/media-node/src/media-node';
import { NodeRegistry } from '../../../apps/event-server/src/media-plane/node-registry';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { connectLive, type LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import {
  dtlsParameters,
  mediaOf,
  openSendTransport,
  publishFeed,
  publishTracks,
} from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import { startServer, type TestServer } from '../../factories/server';

const camera = { source: 'camera', microphonePlace: 'in-the-room' } as const;

const planeOf = (server: TestServer) => server.get(NodeRegistry);

/** Tries until it works: what is waited for takes a moment. */
async function until<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 200) throw error;
      await wait(100);
    }
  }
}

/** The media workers that this process has started, the oldest first. */
function mediaWorkers(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ');
  return children
    .map(Number)
    .filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('mediasoup'))
    .toSorted((a, b) => a - b);
}

async function joinToWatch(client: LiveClient, sessionId: string) {
  const joined = await client.ask('session:join', { sessionId });
  const { receiveTransport, routerRtpCapabilities: rtpCapabilities, nodeId } = mediaOf(joined);
  await client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters });
  return { rtpCapabilities, nodeId, peerId: joined.peerId };
}

describe('a media worker that dies', () => {
  let server: TestServer;
  let stage: LiveStage;

  beforeAll(async () => {
    server = await startServer(await mediaEnvironment('jinan,tokyo'));
    stage = await LiveStage.make(server);
  }, 120_000);
  afterAll(async () => {
    stage.closeAll();
    await server.stop();
  }, 60_000);

  it('takes its own peers along, who build anew and are on air again; others do not notice', async () => {
    const { sessionId } = stage;
    await stage.change('live');
    const [jinan, tokyo, caller] = [
      await stage.host(0),
      await stage.host(1),
      await stage.crew('show-caller'),
    ];
    await jinan.ask('session:join', { sessionId });
    await tokyo.ask('session:join', { sessionId });
    await caller.ask('session:join', { sessionId });
    const [inJinan, inTokyo] = [await publishFeed(jinan), await publishFeed(tokyo)];
    await jinan.ask('feed:go-on-air', { feedId: inJinan.feed.id });
    await tokyo.ask('feed:go-on-air', { feedId: inTokyo.feed.id });

    const [ofJinan] = mediaWorkers();
    if (!ofJinan) throw new Error('no media worker was found');
    process.kill(ofJinan, 'SIGKILL');

    await expect(jinan.heard('media:lost')).resolves.toEqual({ reason: 'worker-died' });
    const slate = await caller.heard('show:changed', ({ feeds }) =>
      feeds.some(({ id, online }) => id === inJinan.feed.id && !online),
    );
    expect(slate.programme.feedIds).toEqual([inJinan.feed.id, inTokyo.feed.id]);
    expect(slate.feeds.find(({ id }) => id === inJinan.feed.id)).toMatchObject({
      tracks: [],
      state: 'on-air',
    });
    expect(await jinan.refusal('media:open-transport', { direction: 'send' })).toMatchObject({
      code: 'media-unavailable',
    });

    await until(() => jinan.ask('media:rebuild', {}));
    await expect(jinan.ask('feed:open', camera)).resolves.toMatchObject({ id: inJinan.feed.id });
    await publishTracks(jinan, inJinan.feed.id, await openSendTransport(jinan));
    const back = await caller.heard('show:changed', ({ feeds }) =>
      feeds.some(({ id, online, tracks }) => id === inJinan.feed.id && online && tracks.length === 2),
    );
    expect(back.feeds[0]?.tracks.map(({ generation }) => generation).toSorted()).toEqual([1, 2]);
    const latest = await caller.ask('show:read', {});
    expect(latest.feeds.find(({ id }) => id === inJinan.feed.id)).toMatchObject({
      online: true,
      state: 'on-air',
      tracks: [
        { kind: 'audio', generation: 3 },
        { kind: 'video', generation: 4 },
      ],
    });
    expect(latest.feeds.find(({ id }) => id === inTokyo.feed.id)?.tracks).toEqual([
      { kind: 'audio', generation: 1, muted: false },
      { kind: 'video', generation: 2, muted: false },
    ]);
    expect(tokyo.told.map(({ event }) => event)).not.toContain('media:lost');
  });
});

describe('peers and feeds that nobody looks after', () => {
  let server: TestServer;
  let stage: LiveStage;

  beforeAll(async () => {
    server = await startServer(await mediaEnvironment('jinan'));
    stage = await LiveStage.make(server);
  }, 120_000);
  afterAll(async () => {
    stage.closeAll();
    await server.stop();
  }, 60_000);

  it('are closed when no server has seen them for the whole grace', async () => {
    const { sessionId } = stage;
    const [host, caller] = [await stage.host(0), await stage.crew('show-caller')];
    const { peerId } = await host.ask('session:join', { sessionId });
    await publishFeed(host);
    await caller.ask('session:join', { sessionId });
    // As if the host's server had died 31 seconds ago: to this one, its socket is somebody else's.
    host.close();
    await host.closed();
    await server.database.query(
      "UPDATE peers SET seen_at = now() - interval '31 seconds', socket_id = 'of-a-dead-server' WHERE id = $1",
      [peerId],
    );
    await caller.heard('show:changed', ({ version, feeds }) => version > 1 && feeds.length === 0);
    await caller.heard('presence:changed', ({ total, byVenue }) => total === 1 && byVenue.length === 0);
    const { peers, feeds } = await planeOf(server).request('jinan', 'node:report', {});
    expect(peers.map((peer) => peer.peerId)).not.toContain(peerId);
    expect(feeds).toEqual([]);
  });

  it('are closed when the server that closed a peer never came to its feeds', async () => {
    const { sessionId } = stage;
    const [host, caller] = [await stage.host(0), await stage.crew('show-caller')];
    const { peerId } = await host.ask('session:join', { sessionId });
    await publishFeed(host);
    await caller.ask('session:join', { sessionId });
    await server.database.query('UPDATE peers SET closed_at = now() WHERE id = $1', [peerId]);
    await caller.heard('show:changed', ({ version, feeds }) => version > 1 && feeds.length === 0);
  });
});

describe('a media node on its own machine', () => {
  let database: FreshDatabase;
  let environment: Record<string, string>;
  let server: TestServer;
  let stage: LiveStage;
  let node: MediaNode;

  const startNode = async () => {
    const settings = await mediaEnvironment('remote');
    const port = Number(settings['MEDIA_PORT_BASE']);
    const started = await MediaNode.start({
      venue: 'jinan',
      servers: [server.url],
      secret: 'the secret of this test',
      listenIp: '127.0.0.1',
      announcedAddress: '127.0.0.1',
      portBase: port,
      pipePorts: { min: port + 50, max: port + 149 },
      workers: 1,
      workerBin: settings['MEDIASOUP_WORKER_BIN'],
      filesFolder: '/nonexistent',
    });
    await until(async () => {
      if (planeOf(server).nodes().length === 0) throw new Error('not connected yet');
    });
    return started;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    environment = { NODE_SECRET: 'the secret of this test' };
    server = await startServer(environment, database);
    stage = await LiveStage.make(server);
    node = await startNode();
  }, 120_000);
  afterAll(async () => {
    stage.closeAll();
    await node.close();
    await server.stop();
    await database.drop();
  }, 60_000);

  it('that is gone for good loses its peers, and takes them in again when it is back', async () => {
    const { sessionId } = stage;
    const host = await stage.host(0);
    await host.ask('session:join', { sessionId });
    const { feed } = await publishFeed(host);
    await node.close();
    await expect(host.heard('media:lost')).resolves.toEqual({ reason: 'node-lost' });
    await host.heard('show:changed', ({ feeds }) =>
      feeds.some(({ id, online }) => id === feed.id && !online),
    );
    expect(await host.refusal('media:rebuild', {})).toMatchObject({ code: 'media-unavailable' });
    node = await startNode();
    await expect(host.ask('media:rebuild', {})).resolves.toMatchObject({ nodeId: 'jinan' });
    await publishTracks(host, feed.id, await openSendTransport(host));
    await expect(host.ask('feed:close', { feedId: feed.id })).resolves.toEqual({});
    host.close();
  });

  it('keeps media while the event-server is restarted; who resumes goes on, who is over is closed', async () => {
    const { sessionId } = stage;
    const person = await stage.invite('venue-host', stage.venueId(0));
    const host = await stage.connect(person);
    const { peerId } = await host.ask('session:join', { sessionId });
    const { feed, transportId } = await publishFeed(host);
    const leaving = await stage.attendee();
    const { peerId: leavingId } = await joinToWatch(leaving, sessionId);

    const { port } = new URL(server.url);
    await server.stop();
    await database.query('UPDATE peers SET closed_at = now() WHERE id = $1', [leavingId]);
    server = await startServer({ ...environment, PORT: port }, database);
    await until(async () => {
      const { peers } = await planeOf(server).request('jinan', 'node:report', {});
      if (peers.some((peer) => peer.peerId === leavingId)) throw new Error('still there');
    });

    const resumed = await connectLive(server, person.ticket);
    await expect(resumed.ask('session:join', { sessionId, resumePeerId: peerId })).resolves.toMatchObject({
      resumed: true,
      peerId,
      show: { feeds: [{ id: feed.id, online: true, tracks: [{ generation: 1 }, { generation: 2 }] }] },
    });
    await expect(resumed.ask('media:restart-ice', { transportId })).resolves.toBeDefined();
    resumed.close();
  });
});
