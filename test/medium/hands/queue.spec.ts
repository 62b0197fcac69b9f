import { moveHand, raiseAndMove } from '../../factories/hands';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let first: LiveClient;
let second: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  await stage.change('live');
  moderator = await stage.joined(stage.crew('moderator'));
  first = await stage.joined(stage.attendee());
  second = await stage.joined(stage.attendee());
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const ownOf = async (client: LiveClient) => (await client.ask('hand:list', {})).own;

describe('the queue', () => {
  it('tells the crew who asks and why, in order, and everybody the own place', async () => {
    await expect(first.ask('hand:raise', { words: ' About\u202e the port ' })).resolves.toMatchObject({
      state: 'raised',
      words: 'About the port',
      place: 1,
    });
    await expect(second.ask('hand:raise', {})).resolves.toMatchObject({ words: null, place: 2 });
    const { hands } = await moderator.ask('hand:list', {});
    expect(hands).toMatchObject([
      {
        state: 'raised',
        words: 'About the port',
        person: { role: 'attendee', country: expect.any(String) as string },
      },
      { state: 'raised', words: null },
    ]);
    await moderator.heard('hand:changed', (told) => told.hands[0]?.id === hands[1]?.id);
    await expect(first.ask('hand:list', {})).resolves.toMatchObject({ hands: [], own: { place: 1 } });
    expect(first.told.filter(({ event }) => event === 'hand:changed')).toEqual([]);
  });

  it('moves up when somebody before is admitted, dismissed or gone', async () => {
    const hand = await first.ask('hand:raise', {});
    await second.ask('hand:raise', {});
    const admitted = await moveHand(moderator, hand, ['admit']);
    await second.heard('hand:own-changed', ({ place }) => place === 1);
    await moveHand(moderator, admitted, ['send-back']);
    await expect(ownOf(first)).resolves.toMatchObject({ state: 'raised', place: 1 });
    await expect(ownOf(second)).resolves.toMatchObject({ place: 2 });
    await first.ask('hand:lower', {});
    await expect(ownOf(first)).resolves.toBeNull();
    await expect(ownOf(second)).resolves.toMatchObject({ place: 1 });
  });

  it('has everybody once, however often they ask', async () => {
    const hands = await Promise.all([1, 2, 3].map(() => first.ask('hand:raise', {})));
    expect(new Set(hands.map(({ id }) => id)).size).toBe(1);
    await expect(moderator.ask('hand:list', {})).resolves.toMatchObject({ hands: [{ id: hands[0]?.id }] });
  });

  it('has one hand of a person with two devices, and both follow it', async () => {
    const person = await stage.register();
    const devices = [await stage.joined(stage.connect(person)), await stage.joined(stage.connect(person))];
    const hands = await Promise.all(devices.map((device) => device.ask('hand:raise', {})));
    expect(new Set(hands.map(({ id }) => id)).size).toBe(1);
    await expect(moderator.ask('hand:list', {})).resolves.toMatchObject({ hands: [{ id: hands[0]?.id }] });
    for (const device of devices) await device.heard('hand:own-changed', ({ place }) => place === 1);
    // One device leaves: the person is still there.
    await devices[0]?.ask('session:leave', {});
    await second.ask('hand:raise', {});
    await expect(ownOf(devices[1]!)).resolves.toMatchObject({ state: 'raised', place: 1 });
    await devices[1]?.ask('hand:lower', {});
    await second.heard('hand:own-changed', ({ place }) => place === 1);
  });

  it('keeps the place of whoever is cut off, on another device too', async () => {
    const person = await stage.register();
    const cut = await stage.joined(stage.connect(person));
    await cut.ask('hand:raise', {});
    await second.ask('hand:raise', {});
    cut.close();
    await cut.closed();
    const back = await stage.joined(stage.connect(person));
    await expect(ownOf(back)).resolves.toMatchObject({ state: 'raised', place: 1 });
  });

  it('is left by leaving', async () => {
    await first.ask('hand:raise', {});
    await second.ask('hand:raise', {});
    await first.ask('session:leave', {});
    await second.heard('hand:own-changed', ({ place }) => place === 1);
  });

  it('is closed while the session is not live', async () => {
    await stage.change('ended');
    expect(await first.refusal('hand:raise', {})).toMatchObject({ code: 'conflict' });
  });

  it('is for attendees', async () => {
    for (const client of [moderator, await stage.joined(stage.host(0))])
      expect(await client.refusal('hand:raise', {})).toMatchObject({ code: 'forbidden' });
  });
});

describe('a slip', () => {
  it('is taken back', async () => {
    const dismissed = await raiseAndMove(first, moderator, ['dismiss']);
    await first.heard('hand:own-changed', ({ state }) => state === 'dismissed');
    const ended = await moveHand(moderator, dismissed, ['reopen', 'admit', 'end']);
    await expect(moveHand(moderator, ended, ['reopen'])).resolves.toMatchObject({ state: 'admitted' });
    await expect(ownOf(first)).resolves.toMatchObject({ state: 'admitted' });
  });

  it('is not taken back when the person has asked anew', async () => {
    const { id: handId, version } = await raiseAndMove(first, moderator, ['dismiss']);
    await first.ask('hand:raise', {});
    expect(await moderator.refusal('hand:move', { handId, version, step: 'reopen' })).toMatchObject({
      code: 'conflict',
      details: { hand: { state: 'dismissed' } },
    });
  });
});

it('does not show the hands of another event', async () => {
  const { id: handId, version } = await first.ask('hand:raise', {});
  const elsewhere = await LiveStage.make(server);
  await elsewhere.change('live');
  const stranger = await elsewhere.joined(elsewhere.crew('moderator'));
  await expect(stranger.ask('hand:list', {})).resolves.toEqual({ hands: [], own: null });
  expect(await stranger.refusal('hand:move', { handId, version, step: 'admit' })).toMatchObject({
    code: 'not-found',
  });
  elsewhere.closeAll();
});
