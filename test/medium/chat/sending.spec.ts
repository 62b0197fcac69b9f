import { crewMember, guest, heardOf, messageOf, messagesTold, say, type Guest } from '../../factories/chat';
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

const rows = () =>
  server.database.query('SELECT * FROM chat_messages WHERE session_id = $1', [stage.sessionId]);

it('a message reaches everybody, with who wrote it, once it is stored', async () => {
  const message = await say(one.client, 'Good morning', { language: 'ja' });
  expect(message).toMatchObject({
    channel: 'audience',
    number: 1,
    revision: 1,
    text: 'Good morning',
    language: 'ja',
    held: false,
    pinned: false,
    repliedTo: null,
    reactions: [],
    translations: [],
    author: {
      participantId: one.participantId,
      displayName: 'One',
      institution: 'University',
      country: 'JP',
      role: 'attendee',
    },
  });
  expect(await rows()).toMatchObject([{ id: message.id, text: 'Good morning' }]);
  for (const client of [one.client, other.client, moderator])
    expect(await heardOf(client, message)).toEqual(message);
});

it('a retry is stored once, and answered with what was stored', async () => {
  const request = messageOf('Once');
  const answers = await Promise.all([1, 2, 3].map(() => one.client.ask('chat:send', request)));
  answers.push(await one.client.ask('chat:send', { ...request, text: 'Twice' }));
  const [first] = answers;
  for (const answer of answers) expect(answer).toEqual(first);
  expect(await rows()).toHaveLength(1);
  const last = await say(one.client, 'Last');
  await heardOf(other.client, last);
  // Told again with each retry: the news of the first may have been lost with its answer.
  const told = messagesTold(other.client);
  expect(
    told.filter(({ text }) => text === 'Once').every((again) => again.revision === first!.revision),
  ).toBe(true);
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set([first!.id, last.id]));
});

it('the same client id of somebody else is another message', async () => {
  const request = messageOf('Mine');
  await one.client.ask('chat:send', request);
  await other.client.ask('chat:send', request);
  expect(await rows()).toHaveLength(2);
});

it('messages that wait together are stored and told together, numbered without doubles', async () => {
  const crowd = await Promise.all(Array.from({ length: 12 }, () => guest(stage)));
  const sent = await Promise.all(
    crowd.flatMap(({ client }, index) => [say(client, `${index} a`), say(client, `${index} b`)]),
  );
  expect(sent.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    sent.map((_, index) => index + 1),
  );
  for (const message of sent) await heardOf(other.client, message);
  expect(messagesTold(other.client).map(({ number }) => number)).toEqual(sent.map((_, index) => index + 1));
  const broadcasts = other.client.told.filter(({ event }) => event === 'chat:changed').length;
  expect(broadcasts).toBeLessThan(sent.length);
});

it('one that is refused does not take the others of its group with it', async () => {
  const results = await Promise.all([
    one.client.send('chat:send', messageOf('Fine')),
    one.client.send(
      'chat:send',
      messageOf('To nothing', { replyToId: '5f0c1c92-6f3d-4f6a-9a7d-0e6b7a3f0001' }),
    ),
    other.client.send('chat:send', messageOf('Fine, too')),
  ]);
  expect(results).toMatchObject([{ ok: true }, { ok: false, error: { code: 'not-found' } }, { ok: true }]);
});

it('a reply shows what it replies to', async () => {
  const first = await say(one.client, 'How is Jinan?');
  const reply = await say(other.client, 'Sunny', { replyToId: first.id, mentionedIds: [one.participantId] });
  const repliedTo = { messageId: first.id, displayName: 'One', text: 'How is Jinan?' };
  expect(reply).toMatchObject({ repliedTo, mentionedIds: [one.participantId] });
  const { messages } = await moderator.ask('chat:read', { channel: 'audience' });
  expect(messages.at(-1)).toEqual(reply);
});

it('a message of another session, or of the crew, cannot be replied to', async () => {
  const crews = await say(moderator, 'Between us', { channel: 'crew' });
  const elsewhere = await LiveStage.make(server);
  const stranger = await guest(elsewhere);
  const far = await say(stranger.client, 'Elsewhere');
  for (const replyToId of [crews.id, far.id])
    expect(await one.client.refusal('chat:send', messageOf('What?', { replyToId }))).toMatchObject({
      code: 'not-found',
    });
  elsewhere.closeAll();
});

it('the crew’s channel is out of the audience’s reach', async () => {
  const speaker = await crewMember(stage, 'speaker');
  const message = await say(moderator, 'Camera two in a minute', { channel: 'crew' });
  await heardOf(speaker, message);
  expect(await one.client.refusal('chat:send', messageOf('Hi', { channel: 'crew' }))).toMatchObject({
    code: 'forbidden',
  });
  expect(await one.client.refusal('chat:read', { channel: 'crew' })).toMatchObject({ code: 'forbidden' });
  const { id: messageId } = message;
  for (const [verb, more] of [
    ['chat:edit', { text: 'x' }],
    ['chat:delete', {}],
    ['chat:restore', {}],
    ['chat:react', { name: 'heart', on: true }],
  ] as const)
    expect(await one.client.refusal(verb, { messageId, ...more })).toMatchObject({ code: 'not-found' });
  await heardOf(one.client, await say(other.client, 'Later'));
  expect(JSON.stringify(one.client.told)).not.toContain('Camera two');
});

it('what would disturb others is taken out of a text, and nothing else', async () => {
  const message = await say(one.client, '  <b>か\u3099</b>\u202e\u0000\r\nnext\ud800 ');
  expect(message.text).toBe('<b>が</b>\nnext\ufffd');
  expect(await one.client.refusal('chat:send', messageOf('\u202e\u2066'))).toMatchObject({
    code: 'bad-request',
  });
});

it('who floods is told when to try again, and others are not held up', async () => {
  const device = await stage.connect(one);
  await device.ask('session:join', { sessionId: stage.sessionId });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? one.client : device).send('chat:send', messageOf('Flood')),
    ),
  );
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(refused.length).toBeGreaterThan(20);
  for (const error of refused)
    expect(error).toMatchObject({ code: 'too-many-requests', details: { retryAfterMs: expect.any(Number) } });
  await expect(say(other.client, 'Calm')).resolves.toMatchObject({ text: 'Calm' });
  expect(await rows()).toHaveLength(answers.length - refused.length + 1);
});
