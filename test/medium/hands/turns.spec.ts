import { randomUUID } from 'node:crypto';
import type { FeedDto, HandDto, HandStep, ShowStateDto } from '@manyhalls/contracts';
import { isHandOpen } from '@manyhalls/domain';
import { moveHand, raiseAndMove } from '../../factories/hands';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import {
  dtlsParameters,
  mediaOf,
  openSendTransport,
  publishFeed,
  publishTracks,
  rtpParameters,
} from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import type { Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let person: Person;
let speaker: LiveClient;

beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo'));
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  await stage.change('live');
  moderator = await stage.joined(stage.crew('moderator'));
  person = await stage.register();
  speaker = await stage.joined(stage.connect(person));
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const camera = { source: 'camera', microphonePlace: 'in-the-room' } as const;
const feedIn = (show: ShowStateDto, id: string): FeedDto | undefined =>
  show.feeds.find((feed) => feed.id === id);

/** Whoever is asked to watch this feed, and what they got. */
async function watch(client: LiveClient, feedId: string, kind: 'audio' | 'video' = 'video') {
  const joined = await client.ask('session:join', { sessionId: stage.sessionId });
  const { receiveTransport, routerRtpCapabilities: rtpCapabilities } = mediaOf(joined);
  await client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters });
  const [watched] = await client.ask('feed:watch', { tracks: [{ feedId, kind }], rtpCapabilities });
  return watched;
}

async function expectNoRight(client: LiveClient): Promise<void> {
  const feedId = randomUUID();
  const track = { feedId, kind: 'video' } as const;
  const parameters = { transportId: randomUUID(), rtpParameters: rtpParameters('video') };
  for (const [verb, request] of [
    ['feed:open', camera],
    ['feed:publish-track', { ...track, ...parameters }],
    ['feed:mute-track', { ...track, muted: true }],
    ['feed:remove-track', track],
    ['feed:close', { feedId }],
    ['media:open-transport', { direction: 'send' }],
  ] as const)
    expect([verb, (await client.refusal(verb, request)).code]).toEqual([verb, 'forbidden']);
}

describe('the right to publish', () => {
  it('exists from admission to the end of the turn, and the end closes what was published', async () => {
    await expectNoRight(speaker);
    const raised = await speaker.ask('hand:raise', {});
    await expectNoRight(speaker);
    const admitted = await moveHand(moderator, raised, ['admit']);
    const { feed, transportId } = await publishFeed(speaker);
    expect(feed).toMatchObject({
      state: 'green-room',
      venueId: null,
      displayName: expect.any(String) as string,
    });
    const viewer = await stage.attendee();
    expect(await watch(viewer, feed.id)).toMatchObject({ ok: false, error: { code: 'not-on-programme' } });

    const onProgramme = await moveHand(moderator, admitted, ['put-on']);
    const shown = await viewer.heard('show:changed', ({ programme }) => programme.feedIds.includes(feed.id));
    expect(feedIn(shown, feed.id)).toMatchObject({ venueId: null, state: 'on-air' });
    expect(await watch(viewer, feed.id)).toMatchObject({ ok: true });

    await moveHand(moderator, onProgramme, ['end']);
    await viewer.heard('consumer:closed');
    await viewer.heard('show:changed', ({ programme }) => programme.feedIds.length === 0);
    await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
    await expectNoRight(speaker);
    const again = { feedId: feed.id, kind: 'video', transportId, rtpParameters: rtpParameters('video') };
    expect(await speaker.refusal('feed:publish-track', again)).toMatchObject({ code: 'forbidden' });
  });

  it('is for one camera, and never to put oneself on air', async () => {
    await raiseAndMove(speaker, moderator, ['admit']);
    expect(await speaker.refusal('feed:open', { ...camera, source: 'slides' })).toMatchObject({
      code: 'forbidden',
    });
    const { feed } = await publishFeed(speaker);
    await expect(speaker.ask('feed:open', camera)).resolves.toMatchObject({ id: feed.id });
    expect(await speaker.refusal('feed:go-on-air', { feedId: feed.id })).toMatchObject({ code: 'forbidden' });
  });

  it('is nobody else’s', async () => {
    await raiseAndMove(speaker, moderator, ['admit']);
    const { feed, transportId } = await publishFeed(speaker);
    const other = await stage.joined(stage.attendee());
    await expectNoRight(other);
    await raiseAndMove(other, moderator, ['admit']);
    const request = { feedId: feed.id, kind: 'video', transportId, rtpParameters: rtpParameters('video') };
    expect(await other.refusal('feed:publish-track', request)).toMatchObject({ code: 'forbidden' });
    await publishFeed(other);
    await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [{ id: feed.id }, {}] });
  });

  it('of a feed that ends while it is being published leaves no track behind', async () => {
    const { id: handId, version } = await raiseAndMove(speaker, moderator, ['admit']);
    const { id: feedId } = await speaker.ask('feed:open', camera);
    const transportId = await openSendTransport(speaker);
    await Promise.all([
      publishTracks(speaker, feedId, transportId).catch(() => undefined),
      moderator.ask('hand:move', { handId, version, step: 'end' }),
    ]);
    await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
    await expectNoRight(speaker);
  });
});

describe('a speaker', () => {
  it('is heard by halls and never by themselves', async () => {
    const hand = await raiseAndMove(speaker, moderator, ['admit']);
    const { feed } = await publishFeed(speaker);
    await moveHand(moderator, hand, ['put-on']);
    expect(await watch(await stage.host(0), feed.id, 'audio')).toMatchObject({ ok: true });
    expect(await watch(await stage.attendee(), feed.id, 'audio')).toMatchObject({ ok: true });
    expect(await watch(await stage.connect(person), feed.id, 'audio')).toMatchObject({
      ok: false,
      error: { code: 'own-sound' },
    });
  });

  it('is put on only once there is something to see or hear, and taken off by the turn alone', async () => {
    const { id: handId, version } = await raiseAndMove(speaker, moderator, ['admit']);
    const putOn = { handId, version, step: 'put-on' as const };
    expect(await moderator.refusal('hand:move', putOn)).toMatchObject({
      code: 'conflict',
      details: { hand: { state: 'admitted' } },
    });
    const { feed } = await publishFeed(speaker);
    const hand = await moderator.ask('hand:move', putOn);
    const caller = await stage.joined(stage.crew('show-caller'));
    expect(await caller.refusal('feed:leave-air', { feedId: feed.id })).toMatchObject({ code: 'forbidden' });
    await moveHand(caller, hand, ['take-off']);
    await expect(caller.ask('show:read', {})).resolves.toMatchObject({
      programme: { feedIds: [] },
      feeds: [{ id: feed.id, state: 'green-room', online: true }],
    });
  });

  it('whose socket is cut keeps the turn and the feed; another device may go on with it', async () => {
    const hand = await raiseAndMove(speaker, moderator, ['admit']);
    const { feed } = await publishFeed(speaker);
    await moveHand(moderator, hand, ['put-on']);
    speaker.close();
    await speaker.closed();
    const back = await stage.joined(stage.connect(person));
    await expect(back.ask('hand:list', {})).resolves.toMatchObject({ own: { state: 'on-programme' } });
    await expect(back.ask('feed:open', camera)).resolves.toMatchObject({ id: feed.id, state: 'on-air' });
    await publishTracks(back, feed.id, await openSendTransport(back));
    await moderator.heard('show:changed', (show) => feedIn(show, feed.id)?.tracks[0]?.generation === 3);
  });

  it('whose peer is over goes back to the green room, and keeps the turn for when they return', async () => {
    const hand = await raiseAndMove(speaker, moderator, ['admit']);
    const { feed } = await publishFeed(speaker);
    await moveHand(moderator, hand, ['put-on']);
    const stays = await stage.joined(stage.connect(person));
    await speaker.ask('session:leave', {});
    await moderator.heard('hand:changed', ({ hands }) => hands[0]?.version === 4);
    const { hands } = await moderator.ask('hand:list', {});
    expect(hands).toMatchObject([{ id: hand.id, state: 'admitted' }]);
    await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
    const anew = await publishFeed(stays);
    expect(anew.feed).toMatchObject({ state: 'green-room' });
    expect(anew.feed.id).not.toBe(feed.id);
  });
});

describe('a turn ends', () => {
  const ways: [string, () => Promise<void>][] = [
    ['by taking the hand down', async () => void (await speaker.ask('hand:lower', {}))],
    ['by leaving', async () => void (await speaker.ask('session:leave', {}))],
    [
      'by a ban',
      async () => void (await moderator.ask('moderation:ban', { participantId: person.participantId })),
    ],
    ['with the session', () => stage.change('ended')],
  ];
  it.each(ways)('%s', async (_, end) => {
    const hand = await raiseAndMove(speaker, moderator, ['admit']);
    const { feed } = await publishFeed(speaker);
    await moveHand(moderator, hand, ['put-on']);
    const viewer = await stage.attendee();
    expect(await watch(viewer, feed.id)).toMatchObject({ ok: true });
    await end();
    await moderator.heard('hand:changed', ({ hands }) => hands.some(({ state }) => !isHandOpen(state)));
    await viewer.heard('consumer:closed');
    await expect(moderator.ask('hand:list', {})).resolves.toMatchObject({ hands: [] });
    await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
  });
});

describe('two who moderate', () => {
  it('and admit at once: one does, the other is told', async () => {
    const other = await stage.joined(stage.crew('organiser'));
    const { id: handId, version } = await speaker.ask('hand:raise', {});
    const answers = await Promise.all(
      [moderator, other].map((client) => client.send('hand:move', { handId, version, step: 'admit' })),
    );
    const won = answers.flatMap((answer) => (answer.ok ? [answer.data as HandDto] : []));
    const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(won).toMatchObject([{ id: handId, state: 'admitted', version: version + 1 }]);
    expect(lost).toMatchObject([{ code: 'conflict', details: { hand: { state: 'admitted' } } }]);
  });

  it.each(['organiser', 'show-caller'] as const)('may be %s', async (role) => {
    const client = await stage.joined(stage.crew(role));
    await expect(raiseAndMove(speaker, client, ['admit'])).resolves.toMatchObject({ state: 'admitted' });
  });

  it.each(['speaker', 'interpreter'] as const)('may not be %s', async (role) => {
    const { id: handId, version } = await speaker.ask('hand:raise', {});
    const client = await stage.joined(stage.crew(role));
    const step: HandStep = 'admit';
    expect(await client.refusal('hand:move', { handId, version, step })).toMatchObject({ code: 'forbidden' });
  });
});
