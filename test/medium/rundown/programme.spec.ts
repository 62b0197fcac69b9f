import type { CueContentDto, CueDto, FeedDto, PickDto, RtpCapabilitiesDto } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { dtlsParameters, mediaOf, publishFeed } from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import { go, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;
let hosts: LiveClient[];
let jinan: FeedDto;
let tokyo: FeedDto;

beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo'));
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  caller = await stage.joined(stage.crew('show-caller'));
  hosts = await Promise.all([stage.joined(stage.host(0)), stage.joined(stage.host(1))]);
  [jinan, tokyo] = (await Promise.all(
    hosts.map(async (host) => {
      const { feed } = await publishFeed(host);
      return host.ask('feed:go-on-air', { feedId: feed.id });
    }),
  )) as [FeedDto, FeedDto];
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const pick = (hall: number, source: PickDto['source'] = 'camera'): PickDto => ({
  venueId: stage.venueId(hall),
  source,
});
const write = async (...contents: Partial<CueContentDto>[]) =>
  (await writeRundown(caller, ...contents)) as [CueDto, CueDto, CueDto];

interface Viewer {
  client: LiveClient;
  watch(feed: FeedDto): Promise<string>;
}

/** Somebody who asks for pictures; what is told is the consumer, or why there is none. */
async function viewer(connecting: Promise<LiveClient>): Promise<Viewer> {
  const client = await connecting;
  const joined = await client.ask('session:join', { sessionId: stage.sessionId });
  const { receiveTransport, routerRtpCapabilities } = mediaOf(joined);
  await client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters });
  const rtpCapabilities: RtpCapabilitiesDto = routerRtpCapabilities;
  return {
    client,
    watch: async ({ id: feedId }) => {
      const [watched] = await client.ask('feed:watch', {
        tracks: [{ feedId, kind: 'video' }],
        rtpCapabilities,
      });
      return watched?.ok ? watched.data.id : (watched?.error.code ?? 'nothing');
    },
  };
}

describe('the programme of a cue', () => {
  it('is told with its layout, and so is what standby would add', async () => {
    const [both, one, slate] = await write(
      { layout: 'two-halls', picks: [pick(1), pick(0)] },
      { layout: 'single', picks: [pick(0)] },
      { layout: 'slate' },
    );
    const attendee = await stage.joined(stage.attendee());
    await stage.change('live');
    const all = { feedIds: [jinan.id, tokyo.id], layout: 'all-halls' };
    await expect(attendee.ask('show:read', {})).resolves.toMatchObject({
      programme: all,
      standbyFeedIds: [],
    });
    for (const [cue, programme, standbyFeedIds] of [
      [both, { feedIds: [tokyo.id, jinan.id], layout: 'two-halls' }, []],
      [one, { feedIds: [jinan.id], layout: 'single' }, []],
      [slate, { feedIds: [], layout: 'slate' }, []],
    ] as const) {
      await go(caller, cue);
      for (const client of [attendee, hosts[1]!])
        await expect(client.ask('show:read', {})).resolves.toMatchObject({ programme, standbyFeedIds });
    }
    await caller.ask('cue:standby', { cueId: both.id });
    const told = await attendee.heard('show:changed', (show) => show.standbyFeedIds.length === 2);
    expect(told.programme).toEqual({ feedIds: [], layout: 'slate' });
    expect(told.standbyFeedIds).toEqual([tokyo.id, jinan.id]);
  });

  it('grows by itself when a hall that it picks comes on air, and shrinks when one leaves', async () => {
    const [cue] = await write({ layout: 'two-halls', picks: [pick(0, 'slides'), pick(1)] });
    await stage.change('live');
    await go(caller, cue);
    const programme = async () => (await caller.ask('show:read', {})).programme.feedIds;
    expect(await programme()).toEqual([tokyo.id]);
    const { feed } = await publishFeed(hosts[0]!, 'slides');
    expect(await programme()).toEqual([tokyo.id]);
    await hosts[0]!.ask('feed:go-on-air', { feedId: feed.id });
    expect(await programme()).toEqual([feed.id, tokyo.id]);
    await hosts[1]!.ask('feed:leave-air', { feedId: tokyo.id });
    expect(await programme()).toEqual([feed.id]);
    await hosts[0]!.ask('feed:close', { feedId: feed.id });
    await expect(caller.ask('show:read', {})).resolves.toMatchObject({ programme: { layout: 'slate' } });
  });

  it('is what the audience may watch: the rest is taken from them and refused, though it is on air', async () => {
    const [onlyJinan, onlyTokyo] = await write(
      { layout: 'single', picks: [pick(0)] },
      { layout: 'single', picks: [pick(1)] },
    );
    await stage.change('live');
    const audience = await viewer(stage.attendee());
    const crew = await viewer(stage.crew('interpreter'));
    const consumerId = await audience.watch(tokyo);
    const crewConsumerId = await crew.watch(tokyo);
    await go(caller, onlyJinan);
    // What is on standby may be asked for, and is sent to nobody before GO.
    await caller.ask('cue:standby', { cueId: null });
    await audience.client.heard('consumer:closed', (closed) => closed.consumerId === consumerId);
    expect(await audience.watch(tokyo)).toBe('not-on-programme');
    await crew.client.ask('feed:tune', { consumerId: crewConsumerId, layer: 'low' });
    const jinanConsumerId = await audience.watch(jinan);
    await go(caller, onlyTokyo);
    await audience.client.heard('consumer:closed', (closed) => closed.consumerId === jinanConsumerId);
    await audience.client.ask('feed:tune', { consumerId: await audience.watch(tokyo), layer: 'low' });
  });

  it('of a rehearsal is for crew and halls, and nothing of it can be watched by the audience', async () => {
    const [cue] = await write({ layout: 'single', picks: [pick(0)] }, {});
    await stage.change('rehearsing');
    const audience = await viewer(stage.attendee());
    await go(caller, cue);
    const expected = { programme: { feedIds: [jinan.id], layout: 'single' }, standbyFeedIds: [tokyo.id] };
    for (const client of [caller, hosts[0]!])
      await expect(client.ask('show:read', {})).resolves.toMatchObject(expected);
    expect(await audience.watch(jinan)).toBe('not-on-programme');
    expect(JSON.stringify([audience.client.told, await audience.client.ask('show:read', {})])).not.toContain(
      jinan.id,
    );
  });
});
