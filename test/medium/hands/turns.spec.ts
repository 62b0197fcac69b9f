import type { FeedDto, HandDto, HandStep, ShowStateDto } from '@manyhalls/contracts';
import { moveHand, raiseAndMove } from '../../factories/hands';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { openSendTransport, publishFeed, publishTracks, rtpParameters } from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import type { Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';
import { expectNoRight, watchFeed } from '../../factories/speakers';

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
    expect(await watchFeed(viewer, stage.sessionId, feed.id)).toMatchObject({
      ok: false,
      error: { code: 'not-on-programme' },
    });

    const onProgramme = await moveHand(moderator, admitted, ['put-on']);
    const shown = await viewer.heard('show:changed', ({ programme }) => programme.feedIds.includes(feed.id));
    expect(feedIn(shown, feed.id)).toMatchObject({ venueId: null, state: 'on-air' });
    expect(await watchFeed(viewer, stage.sessionId, feed.id)).toMatchObject({ ok: true });

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
    const heardBy = (client: LiveClient) => watchFeed(client, stage.sessionId, feed.id, 'audio');
    expect(await heardBy(await stage.host(0))).toMatchObject({ ok: true });
    expect(await heardBy(await stage.attendee())).toMatchObject({ ok: true });
    expect(await heardBy(await stage.connect(person))).toMatchObject({
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
    const caller = await stage.joined(stage.crew('show-caller'));
    const hand = await caller.ask('hand:move', putOn);
    const viewer = await stage.attendee();
    expect(await watchFeed(viewer, stage.sessionId, feed.id)).toMatchObject({ ok: true });
    expect(await caller.refusal('feed:leave-air', { feedId: feed.id })).toMatchObject({ code: 'forbidden' });
    await moveHand(caller, hand, ['take-off']);
    await viewer.heard('consumer:closed');
    expect(await watchFeed(viewer, stage.sessionId, feed.id)).toMatchObject({
      error: { code: 'not-on-programme' },
    });
    await expect(caller.ask('show:read', {})).resolves.toMatchObject({
      programme: { feedIds: [] },
      feeds: [{ id: feed.id, state: 'green-room', online: true }],
    });
  });

  it('who reloads goes on at once: on programme, with the same tracks', async () => {
    const device = await stage.connect(person);
    const { peerId: resumePeerId } = await device.ask('session:join', { sessionId: stage.sessionId });
    const hand = await raiseAndMove(device, moderator, ['admit']);
    const { feed, transportId } = await publishFeed(device);
    await moveHand(moderator, hand, ['put-on']);
    const onAir = await moderator.ask('show:read', {});
    device.close();
    await device.closed();
    const back = await stage.connect(person);
    await expect(
      back.ask('session:join', { sessionId: stage.sessionId, resumePeerId }),
    ).resolves.toMatchObject({ resumed: true });
    await expect(back.ask('hand:list', {})).resolves.toMatchObject({ own: { state: 'on-programme' } });
    const { feeds, version } = await moderator.ask('show:read', {});
    expect({ feeds, version }).toEqual({ feeds: onAir.feeds, version: onAir.version });
    const muted = { feedId: feed.id, kind: 'audio', muted: true } as const;
    await expect(back.ask('feed:mute-track', muted)).resolves.toEqual({});
    await expect(back.ask('media:restart-ice', { transportId })).resolves.toBeDefined();
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

it('is nothing the others know of before it is on programme', async () => {
  const bystander = await stage.joined(stage.attendee());
  const waiting = await stage.joined(stage.attendee());
  const raised = await speaker.ask('hand:raise', { words: 'About the northern harbour' });
  await waiting.ask('hand:raise', {});
  const admitted = await moveHand(moderator, raised, ['admit']);
  const { feed } = await publishFeed(speaker);
  await waiting.heard('hand:own-changed', ({ place }) => place === 1);
  await speaker.ask('feed:mute-track', { feedId: feed.id, kind: 'audio', muted: true });
  for (const other of [bystander, waiting]) {
    await other.ask('show:read', {});
    const told = JSON.stringify(other.told);
    for (const secret of [raised.id, feed.id, feed.displayName, 'northern harbour', person.participantId])
      expect(told).not.toContain(secret);
    await expect(other.ask('show:read', {})).resolves.toMatchObject({
      feeds: [],
      programme: { feedIds: [] },
    });
  }
  await moveHand(moderator, admitted, ['put-on']);
  await bystander.heard('show:changed', ({ feeds }) => feeds.some(({ id }) => id === feed.id));
  expect(JSON.stringify(bystander.told)).not.toContain(raised.id);
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
