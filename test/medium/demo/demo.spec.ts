import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cleanup } from 'node-datachannel';
import type { LiveEventDto, ShowStateDto } from '@manyhalls/contracts';
import { Demo } from '../../../apps/event-server/src/demo/demo.service';
import { RundownRows } from '../../../apps/event-server/src/rundown/rundown-rows.service';
import { Viewer } from '../../bench/lib/rtc/viewer';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { ask, call } from '../../factories/http';
import { connectLive, type LiveClient } from '../../factories/live';
import { mediaOf, publishFeed } from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import { redeem, register, secretIn } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

/** Kept between runs: making the clips takes long. */
const dataDir = join(process.cwd(), '.data', 'test-demo');
const slug = 'three-cities-forum';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const readEvent = (server: TestServer) => ask<LiveEventDto>(server, 'GET', `public/events/${slug}`);

function linksOf(server: TestServer): Map<string, string> {
  const lines = server.get(Demo).links().split('\n');
  return new Map(lines.map((line) => [line.slice(0, 13).trim(), line.slice(13).trim()]));
}

describe('the demo event', () => {
  it('is not there unless it is asked for', async () => {
    const server = await startServer({}, database);
    expect((await call(server, 'GET', `public/events/${slug}`)).status).toBe(404);
    expect(server.get(Demo).links()).toBe('');
    await server.stop();
  });

  it('has three halls, a live plenary and two parallel sessions, now', async () => {
    const server = await startServer({ DEMO: 'on', DEMO_HALLS: 'off' }, database);
    const { venues, sessions, ...event } = await readEvent(server);
    expect(venues.map(({ key, timeZone }) => [key, timeZone])).toEqual([
      ['jinan', 'Asia/Shanghai'],
      ['tokyo', 'Asia/Tokyo'],
      ['osaka', 'Asia/Tokyo'],
    ]);
    expect(sessions.map(({ kind, status, venueIds }) => [kind, status, venueIds.length])).toEqual([
      ['plenary', 'live', 3],
      ['parallel', 'scheduled', 2],
      ['parallel', 'scheduled', 2],
    ]);
    const [plenary] = sessions;
    expect(Date.parse(plenary?.startsAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(plenary?.endsAt ?? '')).toBeGreaterThan(Date.now());
    for (const language of ['zh', 'ja', 'ko', 'en'] as const) expect(event.title[language]).toBeTruthy();
    await server.stop();
  });

  it('gives a link a role, the same at every start, and makes nothing twice', async () => {
    const first = await startServer({ DEMO: 'on', DEMO_HALLS: 'off' }, database);
    const [links, event] = [linksOf(first), await readEvent(first)];
    await first.stop();
    const second = await startServer({ DEMO: 'on', DEMO_HALLS: 'off' }, database);
    expect(linksOf(second)).toEqual(links);
    expect(await readEvent(second)).toEqual(event);
    expect(links.get('Attendee')).toBe(`http://localhost:3000/events/${slug}`);
    const roles: string[] = [];
    for (const [label, link] of links)
      if (label !== 'Attendee') roles.push((await redeem(second, secretIn(link))).signIn.me.role);
    expect(roles).toEqual([
      'organiser',
      'show-caller',
      'venue-host',
      'venue-host',
      'venue-host',
      'moderator',
      'speaker',
      'interpreter',
    ]);
    await second.stop();
  });

  it('has a rundown in four languages, written once', async () => {
    const server = await startServer({ DEMO: 'on', DEMO_HALLS: 'off' }, database);
    const { sessions } = await readEvent(server);
    const { cues, standbyCueId } = await server.get(RundownRows).read(sessions[0]?.id ?? '');
    expect(cues.map(({ type }) => type)).toEqual([
      'opening',
      'speech',
      'greeting',
      'dialogue',
      'questions',
      'signing',
    ]);
    for (const { title, speakers } of cues)
      for (const text of [title, ...speakers.map(({ name }) => name)])
        expect(Object.keys(text).toSorted()).toEqual(['en', 'ja', 'ko', 'zh']);
    expect(standbyCueId).toBe(cues[0]?.id);
    await server.stop();
  });

  it('of an earlier day is moved to today, and its plenary is live again', async () => {
    await database.query(`
      INSERT INTO takes (id, session_id, run, number, cue_id, rehearsal, started_at, length_seconds, taken_by)
      SELECT gen_random_uuid(), session_id, run, 1, standby_cue_id, false, now() - interval '9 days', 60, 'Office'
      FROM rundowns`);
    await database.query(
      "UPDATE sessions SET starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'",
    );
    await database.query("UPDATE sessions SET status = 'ended' WHERE kind = 'plenary'");
    await database.query('UPDATE live_events SET first_day = first_day - 9, last_day = last_day - 9');
    const server = await startServer({ DEMO: 'on', DEMO_HALLS: 'off' }, database);
    const { sessions, firstDay, lastDay } = await readEvent(server);
    expect(sessions[0]?.status).toBe('live');
    const { takes, standbyCueId, cues } = await server.get(RundownRows).read(sessions[0]?.id ?? '');
    expect([takes, standbyCueId]).toEqual([[], cues[0]?.id]);
    expect(Date.parse(sessions[0]?.endsAt ?? '')).toBeGreaterThan(Date.now());
    expect(sessions).toHaveLength(3);
    const dayMs = 86_400_000;
    expect(Date.parse(firstDay)).toBeGreaterThan(Date.now() - 2 * dayMs);
    expect(Date.parse(lastDay)).toBeLessThan(Date.now() + 2 * dayMs);
    await server.stop();
  });
});

describe('the demo halls', () => {
  let server: TestServer;
  let attendee: LiveClient;
  let show: ShowStateDto;
  const clients: LiveClient[] = [];
  const viewers: Viewer[] = [];

  const connect = async (ticket: string) => {
    const client = await connectLive(server, ticket);
    clients.push(client);
    return client;
  };
  const sessionId = async () => (await readEvent(server)).sessions[0]?.id ?? '';

  beforeAll(async () => {
    server = await startServer(
      { ...(await mediaEnvironment('jinan,tokyo,osaka')), DEMO: 'on', DATA_DIR: dataDir },
      database,
    );
    // Not by asking over the wire: making three clips may outlast a ticket.
    const playing = "SELECT id FROM feeds WHERE closed_at IS NULL AND online AND state = 'on-air'";
    while ((await database.query(playing)).length < 3) await wait(500);
    attendee = await connect((await register(server, slug, { consentVersion: '1' })).ticket);
    ({ show } = await attendee.ask('session:join', { sessionId: await sessionId() }));
  }, 600_000);
  afterAll(async () => {
    for (const viewer of viewers) viewer.close();
    // Its threads would keep this process alive.
    cleanup();
    for (const client of clients) client.close();
    await server.stop();
  }, 60_000);

  it('are on programme, in protocol order, each from its own node', async () => {
    const { venues } = await readEvent(server);
    expect(show.programme.layout).toBe('all-halls');
    expect(show.feeds.map(({ source, venueId, online }) => ({ source, venueId, online }))).toEqual(
      venues.map(({ id }) => ({ source: 'clip', venueId: id, online: true })),
    );
    expect(show.programme.feedIds).toEqual(show.feeds.map(({ id }) => id));
    const tracks = await database.query(
      'SELECT DISTINCT tracks->0->>$1 AS node FROM feeds WHERE closed_at IS NULL ORDER BY 1',
      ['nodeId'],
    );
    expect(tracks.map(({ node }) => node)).toEqual(['jinan', 'osaka', 'tokyo']);
  });

  it('send picture and sound to a real receiver', async () => {
    const client = await connect((await register(server, slug, { consentVersion: '1' })).ticket);
    const media = mediaOf(await client.ask('session:join', { sessionId: await sessionId() }));
    const watched = await client.ask('feed:watch', {
      tracks: show.feeds.flatMap(({ id: feedId }) => [
        { feedId, kind: 'audio' as const },
        { feedId, kind: 'video' as const },
      ]),
      rtpCapabilities: Viewer.rtpCapabilities,
    });
    const consumers = watched.map((track) => {
      if (!track.ok) throw new Error(track.error.message);
      return track.data;
    });
    const heard = new Set<number>();
    const viewer = new Viewer();
    viewers.push(viewer);
    viewer.onPacket = (packet) => heard.add(packet.readUInt32BE(8));
    await viewer.watch(media.receiveTransport, consumers, (dtlsParameters) =>
      client.ask('media:connect-transport', { transportId: media.receiveTransport.id, dtlsParameters }),
    );
    for (const { id: consumerId } of consumers) await client.ask('feed:tune', { consumerId, layer: 'high' });
    const wanted = consumers.map(({ rtpParameters }) => rtpParameters.encodings?.[0]?.ssrc ?? 0);
    expect(wanted).toHaveLength(6);
    for (let attempt = 0; !wanted.every((ssrc) => heard.has(ssrc)); attempt++) {
      if (attempt > 300) throw new Error(`heard ${[...heard].join()} of ${wanted.join()}`);
      await wait(100);
    }
  }, 60_000);

  it('step aside for a real camera, and come back when its host leaves', async () => {
    const { ticket } = await redeem(server, secretIn(linksOf(server).get('Hall, Tokyo') ?? ''));
    const host = await connect(ticket);
    await host.ask('session:join', { sessionId: await sessionId() });
    const { feed } = await publishFeed(host);
    await host.ask('feed:go-on-air', { feedId: feed.id });
    const [jinan, tokyo, osaka] = show.programme.feedIds;
    await untilShown(attendee, ({ programme }) => sameIds(programme.feedIds, [jinan, feed.id, osaka]));
    await host.ask('session:leave', {});
    await untilShown(attendee, ({ programme }) => sameIds(programme.feedIds, [jinan, tokyo, osaka]));
  });

  it('stay off the air when the crew takes them off', async () => {
    const { ticket } = await redeem(server, secretIn(linksOf(server).get('Show caller') ?? ''));
    const caller = await connect(ticket);
    await caller.ask('session:join', { sessionId: await sessionId() });
    const [, , feedId] = show.programme.feedIds;
    await caller.ask('feed:leave-air', { feedId: feedId ?? '' });
    await caller.ask('session:leave', {});
    const { programme } = await attendee.ask('show:read', {});
    expect(programme.feedIds).toEqual(show.programme.feedIds.slice(0, 2));
  });

  it('start again by themselves when their play-out ends', async () => {
    const newest = ({ feeds }: ShowStateDto) => feeds.map(({ tracks }) => tracks[0]?.generation ?? 0);
    const before = newest(await attendee.ask('show:read', {}));
    process.kill(await somePlayout(), 'SIGKILL');
    await untilShown(attendee, (one) =>
      newest(one).some((generation, index) => generation > (before[index] ?? 0)),
    );
  });

  it('start again by themselves when their media worker dies, and the others play on', async () => {
    const generations = ({ feeds }: ShowStateDto) => feeds.map(({ tracks }) => tracks[0]?.generation ?? 0);
    const read = () => attendee.ask('show:read', {});
    const [jinan, tokyo] = generations(await read());
    const [ofJinan] = await childrenOf(process.pid, 'mediasoup');
    if (ofJinan === undefined || jinan === undefined) throw new Error('no media worker was found');
    process.kill(ofJinan, 'SIGKILL');
    const after = await untilShown(attendee, (one) => (generations(one)[0] ?? 0) > jinan);
    expect(after.feeds[0]).toMatchObject({ online: true, state: 'on-air' });
    expect(generations(after)[1]).toBe(tokyo);
  });
});

const sameIds = (ids: string[], expected: (string | undefined)[]) =>
  JSON.stringify(ids) === JSON.stringify(expected);

/** Asks again and again: what is waited for takes a moment. */
async function untilShown(client: LiveClient, fits: (show: ShowStateDto) => boolean): Promise<ShowStateDto> {
  for (;;) {
    const show = await client.ask('show:read', {});
    if (fits(show)) return show;
    await wait(250);
  }
}

/** The ffmpeg of one of this process' play-outs, below the shell that guards it. */
async function somePlayout(): Promise<number> {
  for (const shell of await childrenOf(process.pid, 'sh')) {
    const [ffmpeg] = await childrenOf(shell, 'ffmpeg');
    if (ffmpeg !== undefined) return ffmpeg;
  }
  throw new Error('no play-out was found');
}

/**
 * Those of a process' children whose program's name begins like this, the oldest first: the kernel lists them by birth.
 * Their numbers would not tell, since they start again from the lowest one day.
 */
async function childrenOf(parent: number, program: string): Promise<number[]> {
  const children = (await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8'))
    .trim()
    .split(' ')
    .map(Number);
  const names = await Promise.all(children.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8')));
  return children.filter((_, index) => names[index]?.startsWith(program));
}
