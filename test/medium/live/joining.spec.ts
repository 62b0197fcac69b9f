import { ask } from '../../factories/http';
import type { SessionDto } from '@manyhalls/contracts';
import { sessionOf } from '../../factories/event';
import { LiveStage } from '../../factories/live-event';
import { mediaOf, openSendTransport } from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let sessionId: string;

beforeAll(async () => {
  server = await startServer({
    ...(await mediaEnvironment('jinan,tokyo,osaka')),
    ICE_SERVERS: '[{"urls":["stun:stun.example.org:3478"]}]',
  });
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  sessionId = stage.sessionId;
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const makeParallel = () =>
  ask<SessionDto>(server, 'POST', `events/${stage.sample.event.id}/sessions`, {
    ticket: stage.sample.organiser.ticket,
    body: sessionOf([stage.venueId(0)], { kind: 'parallel' }),
  });

describe('joining', () => {
  it('gives everything that is needed to receive, in one round trip', async () => {
    const client = await stage.attendee();
    const joined = await client.ask('session:join', { sessionId });
    expect(joined).toMatchObject({
      resumed: false,
      show: {
        sessionId,
        version: 0,
        status: 'scheduled',
        programme: { feedIds: [], layout: 'slate' },
        feeds: [],
      },
      presence: { total: 1 },
      media: { iceServers: [{ urls: ['stun:stun.example.org:3478'] }] },
    });
    const { receiveTransport, routerRtpCapabilities } = mediaOf(joined);
    expect(receiveTransport.iceCandidates.length).toBeGreaterThan(0);
    expect(routerRtpCapabilities.codecs.map(({ mimeType }) => mimeType)).toEqual(
      expect.arrayContaining(['audio/opus', 'video/VP8', 'video/H264']),
    );
  });

  it("places a host on the hall's own node", async () => {
    for (const [hall, nodeId] of ['jinan', 'tokyo', 'osaka'].entries())
      expect(await (await stage.host(hall)).ask('session:join', { sessionId })).toMatchObject({
        media: { nodeId },
      });
  });

  it('spreads attendees over the nodes', async () => {
    const nodes = new Set<string>();
    for (let index = 0; index < 6; index++)
      nodes.add(mediaOf(await (await stage.attendee()).ask('session:join', { sessionId })).nodeId);
    expect([...nodes].toSorted()).toEqual(['jinan', 'osaka', 'tokyo']);
  });

  it('lets an organiser of the whole installation into any event', async () => {
    const client = await stage.connect(stage.sample.organiser);
    await expect(client.ask('session:join', { sessionId })).resolves.toMatchObject({ resumed: false });
  });
});

describe('a socket that was cut', () => {
  it('resumes its peer: transports and all go on', async () => {
    const person = await stage.invite('venue-host', stage.venueId(0));
    const first = await stage.connect(person);
    const { peerId } = await first.ask('session:join', { sessionId });
    const transportId = await openSendTransport(first);
    first.close();
    const second = await stage.connect(person);
    await expect(second.ask('session:join', { sessionId, resumePeerId: peerId })).resolves.toMatchObject({
      peerId,
      resumed: true,
      media: null,
      presence: { total: 1 },
    });
    await expect(second.ask('media:restart-ice', { transportId })).resolves.toHaveProperty(
      'usernameFragment',
    );
  });

  it('is still counted while its grace runs', async () => {
    const [leaving, staying] = [await stage.attendee(), await stage.attendee()];
    await leaving.ask('session:join', { sessionId });
    leaving.close();
    await expect(staying.ask('session:join', { sessionId })).resolves.toMatchObject({
      presence: { total: 2 },
    });
  });

  it.each(['of another person', 'that never was'])('gets a new peer instead of one %s', async (whose) => {
    const stranger = await stage.attendee();
    const { peerId: strangersId } = await stranger.ask('session:join', { sessionId });
    const resumePeerId = whose === 'of another person' ? strangersId : 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    const client = await stage.attendee();
    const joined = await client.ask('session:join', { sessionId, resumePeerId });
    expect(joined.resumed).toBe(false);
    expect(joined.peerId).not.toBe(resumePeerId);
    mediaOf(joined);
    await expect(stranger.ask('show:read', {})).resolves.toBeDefined();
  });

  it('gets a new peer when its peer was in another session', async () => {
    const person = await stage.register();
    const { id: parallelId } = await makeParallel();
    const first = await stage.connect(person);
    const { peerId } = await first.ask('session:join', { sessionId });
    const second = await stage.connect(person);
    const joined = await second.ask('session:join', { sessionId: parallelId, resumePeerId: peerId });
    expect(joined.resumed).toBe(false);
    await expect(first.ask('show:read', {})).resolves.toMatchObject({ sessionId });
  });

  it('gets a new peer when the old one has left', async () => {
    const client = await stage.attendee();
    const { peerId } = await client.ask('session:join', { sessionId });
    await client.ask('session:leave', {});
    await expect(client.ask('session:join', { sessionId, resumePeerId: peerId })).resolves.toMatchObject({
      resumed: false,
    });
  });
});

describe('a peer that is taken over', () => {
  it('tells the old socket and closes it', async () => {
    const person = await stage.register();
    const [first, second] = [await stage.connect(person), await stage.connect(person)];
    const { peerId } = await first.ask('session:join', { sessionId });
    await expect(second.ask('session:join', { sessionId, resumePeerId: peerId })).resolves.toMatchObject({
      peerId,
      resumed: true,
    });
    await first.closed();
    await expect(first.heard('session:taken-over')).resolves.toEqual({});
    // The old socket's end must not be taken for the peer's.
    await expect(second.ask('show:read', {})).resolves.toMatchObject({ sessionId });
    const [row] = await server.database.query('SELECT socket_id, closed_at FROM peers WHERE id = $1', [
      peerId,
    ]);
    expect(row).toEqual({ socket_id: second.socket.id, closed_at: null });
  });

  it('may be taken over by its own socket: nothing changes', async () => {
    const client = await stage.attendee();
    const { peerId } = await client.ask('session:join', { sessionId });
    await expect(client.ask('session:join', { sessionId, resumePeerId: peerId })).resolves.toMatchObject({
      peerId,
      resumed: true,
    });
    await expect(client.ask('show:read', {})).resolves.toBeDefined();
    expect(client.socket.connected).toBe(true);
  });
});

describe('a second device of the same person', () => {
  it('is another peer, and no second person', async () => {
    const person = await stage.register();
    const [laptop, phone] = [await stage.connect(person), await stage.connect(person)];
    const first = await laptop.ask('session:join', { sessionId });
    const second = await phone.ask('session:join', { sessionId });
    expect(second.peerId).not.toBe(first.peerId);
    expect(second.presence.total).toBe(1);
    await expect(laptop.ask('show:read', {})).resolves.toBeDefined();
  });
});

describe('switching sessions on one socket', () => {
  it('closes the old peer, and hears of the old session no more', async () => {
    const { id: parallelId } = await makeParallel();
    const client = await stage.attendee();
    const first = await client.ask('session:join', { sessionId });
    const { id: transportId } = mediaOf(first).receiveTransport;
    const second = await client.ask('session:join', { sessionId: parallelId });
    expect(second.show.sessionId).toBe(parallelId);
    expect(second.peerId).not.toBe(first.peerId);
    expect(await client.refusal('media:restart-ice', { transportId })).toMatchObject({ code: 'not-found' });
    const [row] = await server.database.query('SELECT closed_at FROM peers WHERE id = $1', [first.peerId]);
    expect(row?.closed_at).toBeInstanceOf(Date);
    await stage.change('live');
    await client.ask('show:read', {});
    expect(client.told.filter(({ event }) => event === 'show:changed')).toEqual([]);
  });

  it('in a hurry leaves one open peer: the last', async () => {
    const { id: parallelId } = await makeParallel();
    const client = await stage.attendee();
    const joins = Array.from({ length: 6 }, (_, index) =>
      client.ask('session:join', { sessionId: index % 2 ? parallelId : sessionId }),
    );
    const last = (await Promise.all(joins)).at(-1);
    const open = await server.database.query(
      'SELECT id FROM peers WHERE closed_at IS NULL AND session_id = ANY($1)',
      [[sessionId, parallelId]],
    );
    expect(open).toEqual([{ id: last?.peerId }]);
  });
});

describe('rebuilding media', () => {
  it('gives a new transport to the same peer; the old one is gone', async () => {
    const client = await stage.attendee();
    const joined = await client.ask('session:join', { sessionId });
    const rebuilt = await client.ask('media:rebuild', {});
    const { id: oldId } = mediaOf(joined).receiveTransport;
    expect(rebuilt.receiveTransport.id).not.toBe(oldId);
    expect(await client.refusal('media:restart-ice', { transportId: oldId })).toMatchObject({
      code: 'not-found',
    });
    await expect(
      client.ask('media:restart-ice', { transportId: rebuilt.receiveTransport.id }),
    ).resolves.toBeDefined();
  });
});
