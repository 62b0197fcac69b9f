import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let sessionId: string;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  sessionId = stage.sessionId;
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

describe('without any media node', () => {
  it('people join all the same, and are told so when they ask for media', async () => {
    const client = await stage.attendee();
    await expect(client.ask('session:join', { sessionId })).resolves.toMatchObject({
      media: null,
      resumed: false,
    });
    expect(await client.refusal('media:rebuild', {})).toMatchObject({ code: 'media-unavailable' });
    expect(
      await client.refusal('feed:watch', {
        tracks: [{ feedId: sessionId, kind: 'video' }],
        rtpCapabilities: { codecs: [] },
      }),
    ).toMatchObject({ code: 'media-unavailable' });
  });
});

describe('the status of a session', () => {
  it('is told to everybody in it, with a number that grows', async () => {
    const [caller, attendee] = [await stage.crew('show-caller'), await stage.attendee()];
    await caller.ask('session:join', { sessionId });
    await attendee.ask('session:join', { sessionId });
    let version = 0;
    for (const status of ['rehearsing', 'scheduled', 'live', 'ended', 'live'] as const) {
      const show = await caller.ask('session:change-status', { sessionId, status, version });
      expect(show).toMatchObject({ status, version: version + 1 });
      version = show.version;
      await attendee.heard('show:changed', (told) => told.version === version && told.status === status);
    }
    const versions = attendee.told.flatMap((one) =>
      one.event === 'show:changed' ? [one.payload.version] : [],
    );
    expect(versions).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not changed by who saw an older state; the refusal tells the present', async () => {
    const [one, other] = [await stage.crew('show-caller'), await stage.crew('organiser')];
    await one.ask('session:change-status', { sessionId, status: 'rehearsing', version: 0 });
    const refusal = await other.refusal('session:change-status', { sessionId, status: 'live', version: 0 });
    expect(refusal).toMatchObject({
      code: 'conflict',
      details: { show: { sessionId, version: 1, status: 'rehearsing' } },
    });
    await expect(
      other.ask('session:change-status', { sessionId, status: 'live', version: 1 }),
    ).resolves.toMatchObject({ status: 'live', version: 2 });
  });

  it('is changed by one of many who press at the same moment', async () => {
    const callers = [
      await stage.crew('show-caller'),
      await stage.crew('organiser'),
      await stage.crew('show-caller'),
    ];
    const answers = await Promise.all(
      callers.map((caller) =>
        caller.send('session:change-status', { sessionId, status: 'live', version: 0 }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await expect(callers[0]?.ask('session:join', { sessionId })).resolves.toMatchObject({
      show: { version: 1, status: 'live' },
    });
  });

  it.each([
    ['scheduled', 'ended'],
    ['live', 'scheduled'],
    ['live', 'rehearsing'],
    ['ended', 'scheduled'],
  ] as const)('does not go from %s to %s', async (from, to) => {
    if (from !== 'scheduled') await stage.change('live');
    if (from === 'ended') await stage.change('ended');
    const caller = await stage.crew('show-caller');
    const { show } = await caller.ask('session:join', { sessionId });
    const refusal = await caller.refusal('session:change-status', {
      sessionId,
      status: to,
      version: show.version,
    });
    expect(refusal).toMatchObject({ code: 'conflict', details: { show: { status: from } } });
  });

  it('is also what the public page says', async () => {
    await stage.change('live');
    const response = await fetch(`${server.url}/api/public/events/${stage.sample.event.slug}`);
    await expect(response.json()).resolves.toMatchObject({ sessions: [{ id: sessionId, status: 'live' }] });
  });

  it('is joined late in its newest state', async () => {
    await stage.change('live');
    await stage.change('ended');
    const client = await stage.attendee();
    await expect(client.ask('session:join', { sessionId })).resolves.toMatchObject({
      show: { status: 'ended', version: 2 },
    });
  });
});

describe('presence', () => {
  it('counts people by country and by hall, and lists them for the crew only', async () => {
    const [korean, japanese, host, caller] = [
      await stage.connect(await stage.register({ country: 'KR', displayName: 'Ministry B' })),
      await stage.connect(await stage.register({ country: 'JP', displayName: 'Ministry A' })),
      await stage.host(1),
      await stage.crew('show-caller'),
    ];
    for (const client of [korean, japanese, host]) await client.ask('session:join', { sessionId });
    const { presence } = await caller.ask('session:join', { sessionId });
    expect(presence).toEqual({
      total: 4,
      byVenue: [{ key: stage.venueId(1), count: 1 }],
      byCountry: [
        { key: 'JP', count: 1 },
        { key: 'KR', count: 1 },
      ],
    });
    const people = await caller.ask('presence:list', {});
    expect(people.map(({ displayName }) => displayName)).toEqual([
      'Ministry A',
      'Ministry B',
      'Office of the show-caller',
      'Office of the venue-host',
    ]);
    expect(await korean.refusal('presence:list', {})).toMatchObject({ code: 'forbidden' });
  });

  it('is told when somebody comes or leaves, at most once a second', async () => {
    const watching = await stage.attendee();
    await watching.ask('session:join', { sessionId });
    const others = await Promise.all(Array.from({ length: 12 }, () => stage.attendee()));
    const start = performance.now();
    await Promise.all(others.map((client) => client.ask('session:join', { sessionId })));
    await watching.heard('presence:changed', ({ total }) => total === 13);
    const seconds = (performance.now() - start) / 1000;
    const told = watching.told.filter(({ event }) => event === 'presence:changed');
    expect(told.length).toBeLessThanOrEqual(Math.floor(seconds) + 2);
    await Promise.all(others.map((client) => client.ask('session:leave', {})));
    await watching.heard('presence:changed', ({ total }) => total === 1);
  });
});
