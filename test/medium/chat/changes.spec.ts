import { crewMember, guest, heardOf, messagesTold, say, type Guest } from '../../factories/chat';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;
let other: Guest;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, 'One');
  other = await guest(stage, 'Other');
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const actions = async () => (await moderator.ask('moderation:log', {})).map(({ action }) => action);

describe('an own message', () => {
  it('is edited; everybody sees the new words, and that they are new', async () => {
    const message = await say(one.client, 'Frist');
    const edited = await one.client.ask('chat:edit', { messageId: message.id, text: 'First' });
    expect(edited).toMatchObject({ id: message.id, number: 1, revision: 2, text: 'First' });
    expect(edited.editedAt).not.toBeNull();
    expect(await heardOf(other.client, message, ({ revision }) => revision === 2)).toEqual(edited);
  });

  it('is nobody else’s to edit, not even a moderator’s', async () => {
    const { id: messageId } = await say(one.client, 'Mine');
    for (const client of [other.client, moderator])
      expect(await client.refusal('chat:edit', { messageId, text: 'Yours' })).toMatchObject({
        code: 'forbidden',
      });
    expect(await other.client.refusal('chat:delete', { messageId })).toMatchObject({ code: 'forbidden' });
  });

  it('is deleted and restored', async () => {
    const message = await say(one.client, 'Oops');
    const { id: messageId } = message;
    const deleted = await one.client.ask('chat:delete', { messageId });
    expect(deleted).toMatchObject({ text: null, revision: 2 });
    expect(await heardOf(other.client, message, ({ deletedAt }) => deletedAt !== null)).toEqual(deleted);
    expect(await one.client.refusal('chat:edit', { messageId, text: 'x' })).toMatchObject({
      code: 'conflict',
    });
    const restored = await one.client.ask('chat:restore', { messageId });
    expect(restored).toMatchObject({ text: 'Oops', deletedAt: null });
    expect(await heardOf(other.client, message, ({ revision }) => revision === 3)).toEqual(restored);
    expect(await actions()).toEqual([]);
  });

  it('of another session does not exist', async () => {
    const elsewhere = await LiveStage.make(server);
    const stranger = await guest(elsewhere);
    const { id: messageId } = await say(stranger.client, 'Elsewhere');
    for (const verb of ['chat:delete', 'chat:restore', 'chat:approve'] as const)
      expect(await moderator.refusal(verb, { messageId })).toMatchObject({ code: 'not-found' });
    elsewhere.closeAll();
  });
});

describe('a moderator', () => {
  it('deletes a message, whose words then are nowhere, and undoes it', async () => {
    const message = await say(one.client, 'Rude words');
    const { id: messageId } = message;
    const reply = await say(other.client, 'Really?', { replyToId: messageId });
    await moderator.ask('chat:delete', { messageId });
    await heardOf(other.client, message, ({ text }) => text === null);
    expect(await one.client.refusal('chat:restore', { messageId })).toMatchObject({ code: 'forbidden' });
    const late = await guest(stage, 'Late');
    const page = await late.client.ask('chat:read', { channel: 'audience' });
    expect(page.messages).toMatchObject([
      { id: messageId, text: null },
      { id: reply.id, repliedTo: { messageId, text: null } },
    ]);
    expect(JSON.stringify([page, late.client.told])).not.toContain('Rude words');
    const restored = await moderator.ask('chat:restore', { messageId });
    expect(await heardOf(late.client, message)).toEqual(restored);
    expect(restored.text).toBe('Rude words');
    expect(await actions()).toEqual(['chat:restore', 'chat:delete']);
  });

  it('pins one message a channel', async () => {
    const [first, second] = [await say(one.client, 'First'), await say(one.client, 'Second')];
    await moderator.ask('chat:pin', { messageId: first.id, pinned: true });
    await heardOf(other.client, first, ({ pinned }) => pinned);
    const pinned = await moderator.ask('chat:pin', { messageId: second.id, pinned: true });
    await heardOf(other.client, second, (message) => message.pinned);
    expect(messagesTold(other.client).at(-2)).toMatchObject({ id: first.id, pinned: false });
    expect(await other.client.ask('chat:read', { channel: 'audience' })).toMatchObject({ pinned });
    await moderator.ask('chat:delete', { messageId: second.id });
    expect(await other.client.ask('chat:read', { channel: 'audience' })).toMatchObject({ pinned: null });
    expect(await moderator.refusal('chat:pin', { messageId: second.id, pinned: true })).toMatchObject({
      code: 'conflict',
    });
  });

  it('puts a translation beside the words, which stay', async () => {
    const message = await say(one.client, 'Good morning');
    const { id: messageId } = message;
    await moderator.ask('chat:translate', { messageId, language: 'ja', text: 'おはよう' });
    await moderator.ask('chat:translate', { messageId, language: 'zh', text: '早上好' });
    const translated = await moderator.ask('chat:translate', {
      messageId,
      language: 'ja',
      text: 'おはようございます',
    });
    expect(translated).toMatchObject({
      text: 'Good morning',
      language: 'en',
      translations: [
        { language: 'zh', text: '早上好' },
        { language: 'ja', text: 'おはようございます' },
      ],
    });
    expect(await heardOf(other.client, message, ({ revision }) => revision === 4)).toEqual(translated);
    const edited = await one.client.ask('chat:edit', { messageId, text: 'Good evening' });
    expect(edited.translations).toEqual([]);
  });

  it('is remembered by what was done to what and to whom', async () => {
    const { id: messageId } = await say(one.client, 'Something');
    await moderator.ask('chat:delete', { messageId });
    await moderator.ask('moderation:mute', { participantId: one.participantId, minutes: 5 });
    await moderator.ask('chat:change-settings', { version: 0, slowSeconds: 5 });
    expect(await moderator.ask('moderation:log', {})).toMatchObject([
      { action: 'chat:change-settings', subject: '{"slowSeconds":5}', moderator: 'Office of the moderator' },
      { action: 'moderation:mute', subject: 'One' },
      { action: 'chat:delete', subject: 'One: Something' },
    ]);
  });

  it('who does what is done already changes nothing', async () => {
    const { id: messageId } = await say(one.client, 'Something');
    const deleted = await moderator.ask('chat:delete', { messageId });
    expect(await moderator.ask('chat:delete', { messageId })).toEqual(deleted);
    expect(await actions()).toEqual(['chat:delete']);
  });
});

describe('a reaction', () => {
  it('counts once a person and name, and is taken back', async () => {
    const message = await say(one.client, 'Signed!');
    const { id: messageId } = message;
    const react = (client: LiveClient, name: 'applause' | 'heart', on = true) =>
      client.ask('chat:react', { messageId, name, on });
    await Promise.all([
      ...[1, 2, 3].map(() => react(one.client, 'applause')),
      react(other.client, 'applause'),
      react(other.client, 'heart'),
      react(moderator, 'heart'),
      react(moderator, 'heart', false),
    ]);
    const reactions = [
      { name: 'applause', count: 2 },
      { name: 'heart', count: 1 },
    ];
    const page = await other.client.ask('chat:read', { channel: 'audience' });
    expect(page.messages).toMatchObject([{ id: messageId, reactions }]);
    expect(page.ownReactions.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { messageId, name: 'applause' },
      { messageId, name: 'heart' },
    ]);
    expect(await heardOf(one.client, message, ({ revision }) => revision === page.revision)).toMatchObject({
      reactions,
    });
    const after = await react(other.client, 'heart', false);
    expect(after.reactions).toEqual([{ name: 'applause', count: 2 }]);
  });

  it('to what was deleted is refused', async () => {
    const { id: messageId } = await say(one.client, 'Gone');
    await one.client.ask('chat:delete', { messageId });
    expect(await other.client.refusal('chat:react', { messageId, name: 'heart', on: true })).toMatchObject({
      code: 'not-found',
    });
  });
});
