import type { ChatSettingsDto } from '@manyhalls/contracts';
import { crewMember, guest, heardOf, messageOf, messagesTold, say, type Guest } from '../../factories/chat';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { connectLive, type LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

const signing = { SIGNING_SECRET: 'e'.repeat(64) };

let database: FreshDatabase;
let server: TestServer;
let otherServer: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;
let other: Guest;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer(signing, database);
  otherServer = await startServer(signing, database);
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, 'One');
  other = await guest(stage, 'Other');
});
afterEach(() => stage.closeAll());
afterAll(async () => {
  await otherServer.stop();
  await server.stop();
  await database.drop();
}, 60_000);

async function set(change: Partial<ChatSettingsDto>): Promise<ChatSettingsDto> {
  const { settings } = await moderator.ask('chat:read', { channel: 'audience' });
  return moderator.ask('chat:change-settings', { version: settings.version, ...change });
}

/** The newest message is a mark: whatever was told before it, was told. */
async function toldAll(client: LiveClient): Promise<string> {
  await heardOf(client, await say(moderator, 'Mark'));
  return JSON.stringify(client.told);
}

it('change for everybody at once; only the crew learns the words', async () => {
  const settings = await set({ slowSeconds: 30, heldWords: ['secret'] });
  expect(settings).toMatchObject({ version: 1, slowSeconds: 30, paused: false, heldWords: ['secret'] });
  expect(await moderator.heard('chat:settings-changed')).toEqual(settings);
  expect(await one.client.heard('chat:settings-changed')).toEqual({ ...settings, heldWords: [] });
  const page = await one.client.ask('chat:read', { channel: 'audience' });
  expect(page.settings).toEqual({ ...settings, heldWords: [] });
  expect(await toldAll(one.client)).not.toContain('secret');
});

it('are not changed by who saw older ones; the refusal tells the present', async () => {
  const settings = await set({ paused: true });
  expect(await moderator.refusal('chat:change-settings', { version: 0, paused: false })).toMatchObject({
    code: 'conflict',
    details: { settings },
  });
});

it('paused: nobody but the crew writes, on whichever server, from that moment on', async () => {
  await say(one.client, 'Before');
  const far = await connectLive(otherServer, other.ticket);
  await far.ask('session:join', { sessionId: stage.sessionId });
  await set({ paused: true });
  for (const client of [one.client, far])
    expect(await client.refusal('chat:send', messageOf('After'))).toMatchObject({
      code: 'forbidden',
      details: { reason: 'paused' },
    });
  await say(moderator, 'One moment, please');
  await set({ paused: false });
  await expect(say(far, 'Again')).resolves.toMatchObject({ text: 'Again' });
  far.close();
});

it('slow mode: one message in a while, and told how long to wait', async () => {
  await set({ slowSeconds: 3600 });
  await say(one.client, 'First');
  const { code, details } = await one.client.refusal('chat:send', messageOf('Second'));
  expect(code).toBe('too-many-requests');
  expect(details?.retryAfterMs).toBeGreaterThan(3_500_000);
  const results = await Promise.all([1, 2].map(() => other.client.send('chat:send', messageOf('Both'))));
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  await say(moderator, 'The crew');
  await say(moderator, 'is free');
});

it('links off: whoever writes one is told so', async () => {
  await set({ linksAllowed: false });
  for (const text of ['see https://example.org', 'example．com', 'exa\u200bmple.com'])
    expect(await one.client.refusal('chat:send', messageOf(text))).toMatchObject({
      code: 'forbidden',
      details: { reason: 'links' },
    });
  const message = await say(one.client, 'no link');
  expect(
    await one.client.refusal('chat:edit', { messageId: message.id, text: 'www.example.org' }),
  ).toMatchObject({ details: { reason: 'links' } });
  await say(moderator, 'https://example.org');
});

it('pre-moderation: nothing unapproved reaches an attendee, nor that it is there', async () => {
  await set({ preModerated: true });
  const message = await say(one.client, 'Waiting words');
  expect(message).toMatchObject({ held: true, text: 'Waiting words' });
  expect(await heardOf(moderator, message)).toEqual(message);
  expect((await one.client.ask('chat:read', { channel: 'audience' })).messages).toEqual([message]);
  expect((await other.client.ask('chat:read', { channel: 'audience' })).messages).toEqual([]);
  expect((await other.client.ask('chat:read', { channel: 'audience', after: 0 })).messages).toEqual([]);
  const { id: messageId } = message;
  for (const [verb, more] of [
    ['chat:react', { name: 'heart', on: true }],
    ['chat:delete', {}],
    ['chat:edit', { text: 'x' }],
  ] as const)
    expect(await other.client.refusal(verb, { messageId, ...more })).toMatchObject({ code: 'not-found' });
  expect(await other.client.refusal('chat:send', messageOf('Reply', { replyToId: messageId }))).toMatchObject(
    { code: 'not-found' },
  );
  const reply = await say(moderator, 'Thank you', { replyToId: messageId });
  expect(await heardOf(other.client, reply)).toMatchObject({ repliedTo: null });
  const told = await toldAll(other.client);
  expect(told).not.toContain('Waiting words');
  expect(told).not.toContain(messageId);

  const approved = await moderator.ask('chat:approve', { messageId });
  expect(approved).toMatchObject({ held: false, number: message.number, text: 'Waiting words' });
  expect(await heardOf(other.client, message)).toEqual(approved);
  const resumed = await other.client.ask('chat:read', { channel: 'audience', after: message.revision });
  expect(resumed.messages).toContainEqual(approved);
});

it('pre-moderation: authors follow their own waiting message on every device', async () => {
  await set({ preModerated: true });
  const device = await stage.connect(one);
  await device.ask('session:join', { sessionId: stage.sessionId });
  const message = await say(one.client, 'Waiting words');
  expect(await heardOf(device, message)).toEqual(message);
  const deleted = await moderator.ask('chat:delete', { messageId: message.id });
  for (const client of [one.client, device])
    expect(await heardOf(client, message, ({ deletedAt }) => deletedAt !== null)).toEqual(deleted);
  expect(await toldAll(other.client)).not.toContain(message.id);
});

it('held words: the message waits, however the word is written', async () => {
  await set({ heldWords: ['Forbidden', '禁止'] });
  for (const text of ['a ＦＯＲＢＩＤＤＥＮ word', 'for\u200bbidden', 'これは禁止です']) {
    expect(await say(one.client, text)).toMatchObject({ held: true });
  }
  const free = await say(one.client, 'a good word');
  expect(free.held).toBe(false);
  await heardOf(other.client, free);
  expect(messagesTold(other.client)).toEqual([free]);
  expect((await say(moderator, 'forbidden')).held).toBe(false);
});

it('held words: also when they are edited in, and everybody forgets what stood there', async () => {
  await set({ heldWords: ['forbidden'] });
  const message = await say(one.client, 'Innocent');
  await heardOf(other.client, message);
  const edited = await one.client.ask('chat:edit', { messageId: message.id, text: 'forbidden words' });
  expect(edited).toMatchObject({ held: true, text: 'forbidden words' });
  expect(await heardOf(one.client, message, ({ held }) => held)).toEqual(edited);
  expect(await heardOf(other.client, message, ({ held }) => held)).toMatchObject({ text: null });
  const page = await other.client.ask('chat:read', { channel: 'audience' });
  expect(page.messages).toMatchObject([{ id: message.id, held: true, text: null }]);
  expect(await toldAll(other.client)).not.toContain('forbidden words');
});
