import type { HandDto } from '@manyhalls/contracts';
import { hasTurn, isHandOpen } from '@manyhalls/domain';
import { moveHand, raiseAndMove } from '../../factories/hands';
import { call } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { publishFeed, type PublishedFeed } from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import type { Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';
import { expectNoRight, untilOnNodes, watchFeed } from '../../factories/speakers';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let person: Person;
let speaker: LiveClient;
let viewer: LiveClient;
let published: PublishedFeed;
let hand: Awaited<ReturnType<typeof moveHand>>;

beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo'));
}, 120_000);
/** Somebody speaks, and is watched. */
beforeEach(async () => {
  stage = await LiveStage.make(server);
  await stage.change('live');
  moderator = await stage.joined(stage.crew('moderator'));
  person = await stage.register();
  speaker = await stage.joined(stage.connect(person));
  const admitted = await raiseAndMove(speaker, moderator, ['admit']);
  published = await publishFeed(speaker);
  hand = await moveHand(moderator, admitted, ['put-on']);
  viewer = await stage.attendee();
  expect(await watchFeed(viewer, stage.sessionId, published.feed.id)).toMatchObject({ ok: true });
  await untilOnNodes(server, published.feed.id, ['audio', 'video']);
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

async function takeAccessBack(): Promise<void> {
  const { ticket } = await stage.invite('organiser');
  const path = `events/${stage.sample.event.id}/participants/${person.participantId}/revoke`;
  expect((await call(server, 'POST', path, { ticket })).status).toBe(204);
}

async function expectAllClosed(): Promise<void> {
  await viewer.heard('consumer:closed');
  const isOver = ({ state, version }: HandDto) => version > hand.version && !hasTurn(state);
  await moderator.heard('hand:changed', ({ hands }) => hands.some(isOver));
  const { hands } = await moderator.ask('hand:list', {});
  expect(hands.filter(({ state }) => hasTurn(state))).toEqual([]);
  await expect(moderator.ask('show:read', {})).resolves.toMatchObject({ feeds: [] });
  await untilOnNodes(server, published.feed.id, []);
}

describe('a turn ends, and nothing more can be sent,', () => {
  const ways: [string, () => Promise<unknown>][] = [
    ['by taking the hand down', () => speaker.ask('hand:lower', {})],
    ['by a moderator', () => moveHand(moderator, hand, ['end'])],
    ['by being sent back to the queue', () => moveHand(moderator, hand, ['take-off', 'send-back'])],
    [
      'by a mute',
      () => moderator.ask('moderation:mute', { participantId: person.participantId, minutes: 5 }),
    ],
    ['with the session', () => stage.change('ended')],
  ];
  it.each(ways)('%s', async (_, end) => {
    await end();
    await expectAllClosed();
    const { feed, transportId } = published;
    await expectNoRight(speaker, { feedId: feed.id, transportId });
  });
});

describe('a turn ends with the connection', () => {
  const ways: [string, () => Promise<unknown>][] = [
    ['by leaving', () => speaker.ask('session:leave', {})],
    ['by a ban', () => moderator.ask('moderation:ban', { participantId: person.participantId })],
    ['by losing access', takeAccessBack],
  ];
  it.each(ways)('%s', async (_, end) => {
    await end();
    await expectAllClosed();
    await expect(moderator.ask('hand:list', {})).resolves.toMatchObject({ hands: [] });
  });
});

it('takes the hand of whoever is muted down, and refuses it until then', async () => {
  const other = await stage.register();
  const client = await stage.joined(stage.connect(other));
  await client.ask('hand:raise', {});
  await moderator.ask('moderation:mute', { participantId: other.participantId, minutes: 5 });
  await client.heard('hand:own-changed', ({ state }) => state === 'lowered');
  expect(await client.refusal('hand:raise', {})).toMatchObject({
    code: 'forbidden',
    details: { reason: 'muted' },
  });
  await moderator.ask('moderation:mute', { participantId: other.participantId, minutes: 0 });
  await expect(client.ask('hand:raise', {})).resolves.toMatchObject({ state: 'raised' });
});

it('takes the place of whoever has been away for long', async () => {
  speaker.close();
  await speaker.closed();
  await server.database.query('UPDATE peers SET closed_at = now() WHERE participant_id = $1', [
    person.participantId,
  ]);
  await server.database.query(
    "UPDATE hands SET seen_at = now() - interval '6 minutes' WHERE participant_id = $1",
    [person.participantId],
  );
  await moderator.heard('hand:changed', ({ hands }) => hands.some(({ state }) => !isHandOpen(state)));
  await viewer.heard('consumer:closed');
});
