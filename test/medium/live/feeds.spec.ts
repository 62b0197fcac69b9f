import type { FeedDto, RtpCapabilitiesDto, ShowStateDto } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
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

let server: TestServer;
let stage: LiveStage;
let sessionId: string;

beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo,osaka'));
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  sessionId = stage.sessionId;
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const camera = { source: 'camera', microphonePlace: 'in-the-room' } as const;

interface Viewer {
  client: LiveClient;
  rtpCapabilities: RtpCapabilitiesDto;
  show: ShowStateDto;
}

async function joinToWatch(client: LiveClient): Promise<Viewer> {
  const joined = await client.ask('session:join', { sessionId });
  const { receiveTransport, routerRtpCapabilities: rtpCapabilities } = mediaOf(joined);
  await client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters });
  return { client, rtpCapabilities, show: joined.show };
}

async function joinedHost(hall: number): Promise<LiveClient> {
  const host = await stage.host(hall);
  await host.ask('session:join', { sessionId });
  return host;
}

const watch = ({ client, rtpCapabilities }: Viewer, feedId: string, kind: 'audio' | 'video') =>
  client.ask('feed:watch', { tracks: [{ feedId, kind }], rtpCapabilities });

const feedIn = (show: ShowStateDto, id: string): FeedDto | undefined =>
  show.feeds.find((feed) => feed.id === id);

describe('a feed', () => {
  it('begins in the green room, seen by crew and halls and not by the audience', async () => {
    await stage.change('live');
    const [host, caller, audience] = [
      await joinedHost(0),
      await stage.crew('moderator'),
      await stage.attendee(),
    ];
    await caller.ask('session:join', { sessionId });
    await audience.ask('session:join', { sessionId });
    const { feed } = await publishFeed(host);
    expect(feed).toMatchObject({
      state: 'green-room',
      source: 'camera',
      venueId: stage.venueId(0),
      online: true,
      tracks: [],
    });
    const shown = await caller.heard('show:changed', (show) => feedIn(show, feed.id)?.tracks.length === 2);
    expect(feedIn(shown, feed.id)?.tracks).toEqual([
      { kind: 'audio', generation: 1, muted: false },
      { kind: 'video', generation: 2, muted: false },
    ]);
    await expect(audience.ask('show:read', {})).resolves.toMatchObject({
      feeds: [],
      programme: { feedIds: [] },
    });
    expect(audience.told.filter(({ event }) => event === 'show:changed')).toEqual([]);
  });

  it('cannot go on air with nothing published', async () => {
    const host = await joinedHost(0);
    const { id: feedId } = await host.ask('feed:open', camera);
    expect(await host.refusal('feed:go-on-air', { feedId })).toMatchObject({ code: 'conflict' });
  });

  it('is refused to a hall that does not take part', async () => {
    const { organiser, event, session } = stage.sample;
    await fetch(`${server.url}/api/events/${event.id}/sessions/${session.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${organiser.ticket}`, 'content-type': 'application/json' },
      body: JSON.stringify({ venueIds: [stage.venueId(0)] }),
    });
    const host = await joinedHost(1);
    expect(await host.refusal('feed:open', camera)).toMatchObject({ code: 'forbidden' });
  });

  it('opens once: asking again gives the same one', async () => {
    const host = await joinedHost(0);
    const [first, second] = [await host.ask('feed:open', camera), await host.ask('feed:open', camera)];
    expect(second.id).toBe(first.id);
    const slides = await host.ask('feed:open', { ...camera, source: 'slides' });
    expect(slides.id).not.toBe(first.id);
  });

  it('is one camera a hall: a second device is told so in words, until the first is gone', async () => {
    const [first, second] = [await joinedHost(0), await joinedHost(0)];
    const { feed } = await publishFeed(first);
    const refusal = await second.refusal('feed:open', camera);
    expect(refusal).toMatchObject({ code: 'conflict', details: { feedId: feed.id } });
    expect(refusal.message).toContain('another device of your hall');
    first.close();
    await first.closed();
    const taken = await untilAsked(() => second.ask('feed:open', camera));
    expect(taken).toMatchObject({ id: feed.id, tracks: [] });
  });

  it('shows and hides with go-on-air and leave-air, in protocol order', async () => {
    await stage.change('live');
    const audience = await joinToWatch(await stage.attendee());
    const [osaka, jinan] = [await joinedHost(2), await joinedHost(0)];
    const [inOsaka, inJinan] = [await publishFeed(osaka), await publishFeed(jinan)];
    await osaka.ask('feed:go-on-air', { feedId: inOsaka.feed.id });
    await jinan.ask('feed:go-on-air', { feedId: inJinan.feed.id });
    const both = await audience.client.heard(
      'show:changed',
      ({ programme }) => programme.feedIds.length === 2,
    );
    expect(both.programme).toEqual({ layout: 'all-halls', feedIds: [inJinan.feed.id, inOsaka.feed.id] });
    const left = await jinan.ask('feed:leave-air', { feedId: inJinan.feed.id });
    expect(left.state).toBe('green-room');
    await expect(audience.client.ask('show:read', {})).resolves.toMatchObject({
      programme: { feedIds: [inOsaka.feed.id] },
    });
  });

  it('is taken off the air by the show caller too, but not by another hall', async () => {
    const [jinan, tokyo] = [await joinedHost(0), await joinedHost(1)];
    const { feed } = await publishFeed(jinan);
    const feedId = feed.id;
    await jinan.ask('feed:go-on-air', { feedId });
    expect(await tokyo.refusal('feed:leave-air', { feedId })).toMatchObject({ code: 'forbidden' });
    const caller = await stage.crew('show-caller');
    await caller.ask('session:join', { sessionId });
    await expect(caller.ask('feed:leave-air', { feedId })).resolves.toMatchObject({ state: 'green-room' });
  });

  it('stays muted when it is published anew', async () => {
    const host = await joinedHost(0);
    const { feed, transportId } = await publishFeed(host);
    await host.ask('feed:mute-track', { feedId: feed.id, kind: 'audio', muted: true });
    await publishTracks(host, feed.id, transportId);
    const { feeds } = await host.ask('show:read', {});
    expect(feeds[0]?.tracks).toEqual([
      { kind: 'audio', generation: 3, muted: true },
      { kind: 'video', generation: 4, muted: false },
    ]);
  });

  it('loses a track that is removed, and is gone when closed', async () => {
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    await host.ask('feed:remove-track', { feedId: feed.id, kind: 'video' });
    expect(await host.refusal('feed:remove-track', { feedId: feed.id, kind: 'video' })).toMatchObject({
      code: 'not-found',
    });
    const { feeds } = await host.ask('show:read', {});
    expect(feeds[0]).toMatchObject({ online: true, tracks: [{ kind: 'audio' }] });
    await host.ask('feed:close', { feedId: feed.id });
    await expect(host.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
    expect(await host.refusal('feed:go-on-air', { feedId: feed.id })).toMatchObject({ code: 'not-found' });
  });

  it('goes on after a reload in the state it was in, its old tracks gone', async () => {
    await stage.change('live');
    const person = await stage.invite('venue-host', stage.venueId(0));
    const first = await stage.connect(person);
    await first.ask('session:join', { sessionId });
    const { feed } = await publishFeed(first);
    await first.ask('feed:go-on-air', { feedId: feed.id });
    const viewer = await joinToWatch(await stage.attendee());
    const [video] = await watch(viewer, feed.id, 'video');
    expect(video).toMatchObject({ ok: true, data: { generation: 2 } });

    first.close();
    const reloaded = await stage.connect(person);
    await reloaded.ask('session:join', { sessionId });
    await expect(reloaded.ask('feed:open', camera)).resolves.toMatchObject({
      id: feed.id,
      state: 'on-air',
      tracks: [],
    });
    await viewer.client.heard('consumer:closed');
    await publishTracks(reloaded, feed.id, await openSendTransport(reloaded));
    await viewer.client.heard('show:changed', (show) => feedIn(show, feed.id)?.tracks.length === 2);
    expect(await watch(viewer, feed.id, 'video')).toMatchObject([{ ok: true, data: { generation: 4 } }]);
  });

  it('closes when its host leaves the session', async () => {
    const host = await joinedHost(0);
    const caller = await stage.crew('show-caller');
    await caller.ask('session:join', { sessionId });
    await publishFeed(host);
    await host.ask('session:leave', {});
    await caller.heard('show:changed', ({ feeds, version }) => version > 1 && feeds.length === 0);
  });

  it("closes when its host's access is taken back, within two seconds", async () => {
    const person = await stage.invite('venue-host', stage.venueId(0));
    const host = await stage.connect(person);
    await host.ask('session:join', { sessionId });
    const caller = await stage.crew('show-caller');
    await caller.ask('session:join', { sessionId });
    await publishFeed(host);
    const before = performance.now();
    const { organiser, event } = stage.sample;
    await fetch(`${server.url}/api/events/${event.id}/participants/${person.participantId}/revoke`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organiser.ticket}`, 'content-type': 'application/json' },
      body: '{}',
    });
    await host.closed();
    await caller.heard('show:changed', ({ feeds, version }) => version > 1 && feeds.length === 0);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('watching', () => {
  it('what is not on programme is refused to the audience', async () => {
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    const viewer = await joinToWatch(await stage.attendee());
    const refused = [{ ok: false, error: { code: 'not-on-programme' } }];
    expect(await watch(viewer, feed.id, 'video')).toMatchObject(refused);
    await host.ask('feed:go-on-air', { feedId: feed.id });
    // On air, but the session is not live.
    expect(await watch(viewer, feed.id, 'video')).toMatchObject(refused);
    await stage.change('rehearsing');
    expect(await watch(viewer, feed.id, 'audio')).toMatchObject(refused);
    await stage.change('live');
    expect(await watch(viewer, feed.id, 'audio')).toMatchObject([{ ok: true }]);
  });

  it('the green room is for crew and halls', async () => {
    const { feed } = await publishFeed(await joinedHost(0));
    for (const client of [
      await stage.host(1),
      await stage.crew('show-caller'),
      await stage.crew('interpreter'),
    ])
      expect(await watch(await joinToWatch(client), feed.id, 'audio')).toMatchObject([{ ok: true }]);
  });

  it('its own sound is refused to a hall, its own picture is not', async () => {
    await stage.change('live');
    const { feed } = await publishFeed(await joinedHost(0));
    const projector = await joinToWatch(await stage.host(0));
    expect(await watch(projector, feed.id, 'audio')).toMatchObject([
      { ok: false, error: { code: 'own-sound' } },
    ]);
    expect(await watch(projector, feed.id, 'video')).toMatchObject([{ ok: true }]);
  });

  it('works across nodes, each track for itself', async () => {
    await stage.change('live');
    const [jinan, tokyo] = [await joinedHost(0), await joinedHost(1)];
    const [inJinan, inTokyo] = [await publishFeed(jinan), await publishFeed(tokyo)];
    await jinan.ask('feed:go-on-air', { feedId: inJinan.feed.id });
    const viewer = await joinToWatch(await stage.attendee());
    const watched = await viewer.client.ask('feed:watch', {
      tracks: [
        { feedId: inJinan.feed.id, kind: 'audio' },
        { feedId: inTokyo.feed.id, kind: 'video' },
        { feedId: inJinan.feed.id, kind: 'video' },
        { feedId: stage.sessionId, kind: 'video' },
      ],
      rtpCapabilities: viewer.rtpCapabilities,
    });
    expect(watched.map((track) => (track.ok ? track.data.kind : track.error.code))).toEqual([
      'audio',
      'not-on-programme',
      'video',
      'not-found',
    ]);
  });

  it('can be tuned and given up', async () => {
    await stage.change('live');
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    await host.ask('feed:go-on-air', { feedId: feed.id });
    const viewer = await joinToWatch(await stage.attendee());
    const [video] = await watch(viewer, feed.id, 'video');
    if (!video?.ok) throw new Error('not watched');
    const { id: consumerId } = video.data;
    for (const layer of ['high', 'off', 'low'] as const)
      await expect(viewer.client.ask('feed:tune', { consumerId, layer })).resolves.toEqual({});
    await viewer.client.ask('feed:unwatch', { consumerId });
    expect(await viewer.client.refusal('feed:tune', { consumerId, layer: 'low' })).toMatchObject({
      code: 'not-found',
    });
  });

  it('ends for the audience when the feed leaves the programme, and goes on for the crew', async () => {
    await stage.change('live');
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    await host.ask('feed:go-on-air', { feedId: feed.id });
    const [viewer, crew] = [
      await joinToWatch(await stage.attendee()),
      await joinToWatch(await stage.crew('show-caller')),
    ];
    const [seen] = await watch(viewer, feed.id, 'video');
    const [seenByCrew] = await watch(crew, feed.id, 'video');
    if (!seen?.ok || !seenByCrew?.ok) throw new Error('not watched');
    await host.ask('feed:leave-air', { feedId: feed.id });
    await expect(viewer.client.heard('consumer:closed')).resolves.toEqual({ consumerId: seen.data.id });
    expect(
      await viewer.client.refusal('feed:tune', { consumerId: seen.data.id, layer: 'high' }),
    ).toMatchObject({
      code: 'not-found',
    });
    await expect(
      crew.client.ask('feed:tune', { consumerId: seenByCrew.data.id, layer: 'high' }),
    ).resolves.toEqual({});
  });

  it('ends for the audience when the session ends', async () => {
    await stage.change('live');
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    await host.ask('feed:go-on-air', { feedId: feed.id });
    const viewer = await joinToWatch(await stage.attendee());
    const [seen] = await watch(viewer, feed.id, 'audio');
    if (!seen?.ok) throw new Error('not watched');
    await stage.change('ended');
    await expect(viewer.client.heard('consumer:closed')).resolves.toEqual({ consumerId: seen.data.id });
    await viewer.client.heard(
      'show:changed',
      ({ status, feeds }) => status === 'ended' && feeds.length === 0,
    );
  });

  it('never lasts when the feed leaves the programme at the same moment', async () => {
    await stage.change('live');
    const host = await joinedHost(0);
    const { feed } = await publishFeed(host);
    const viewer = await joinToWatch(await stage.attendee());
    for (let round = 0; round < 15; round++) {
      await host.ask('feed:go-on-air', { feedId: feed.id });
      const [[seen]] = await Promise.all([
        watch(viewer, feed.id, 'video'),
        host.ask('feed:leave-air', { feedId: feed.id }),
      ]);
      if (seen?.ok) {
        const { id } = seen.data;
        await viewer.client.heard('consumer:closed', ({ consumerId }) => consumerId === id);
      } else expect(seen?.error.code).toBe('not-on-programme');
    }
  });
});

/** The server hears of a closed socket a moment later. */
async function untilAsked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
