import { crewMember, guest, messageOf, say, type Guest } from '../../factories/chat';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { makePoll } from '../../factories/polls';
import { askAndMove, questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, 'One');
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

it('before a session people greet each other, ask, vote and answer polls; nobody asks to speak', async () => {
  const { client } = one;
  await expect(say(client, 'Good morning')).resolves.toMatchObject({ text: 'Good morning' });
  const { id: questionId } = await askAndMove(client, moderator, ['approve']);
  await expect(client.ask('question:vote', { questionId, on: true })).resolves.toMatchObject({ votes: 1 });
  const { id: pollId } = await makePoll(moderator, ['open']);
  await client.ask('poll:answer', { pollId, choices: [0] });
  expect(await client.refusal('hand:raise', {})).toMatchObject({
    code: 'conflict',
    details: { sessionStatus: 'scheduled' },
  });
});

it('after a session everything can be read, and the audience adds nothing to it', async () => {
  const { client } = one;
  await stage.change('live');
  const request = messageOf('In time');
  const message = await client.ask('chat:send', request);
  const asked = questionOf();
  const { id: questionId, version } = await client.ask('question:ask', asked);
  await moderator.ask('question:move', { questionId, version, step: 'approve' });
  const { id: pollId } = await makePoll(moderator, ['open']);
  await stage.change('ended');

  const messageId = message.id;
  const ended = { code: 'conflict', details: { sessionStatus: 'ended' } };
  expect(await client.refusal('chat:send', messageOf('Too late'))).toMatchObject(ended);
  expect(await client.refusal('chat:edit', { messageId, text: 'Too late' })).toMatchObject(ended);
  const heart = { messageId, name: 'heart', on: true } as const;
  expect(await client.refusal('chat:react', heart)).toMatchObject(ended);
  expect(await client.refusal('question:ask', questionOf())).toMatchObject(ended);
  expect(await client.refusal('hand:raise', {})).toMatchObject(ended);
  expect(await client.refusal('question:vote', { questionId, on: true })).toMatchObject({ code: 'conflict' });
  expect(await client.refusal('poll:answer', { pollId, choices: [0] })).toMatchObject({ code: 'conflict' });

  // What was stored in time is acknowledged to whoever did not hear of it.
  await expect(client.ask('chat:send', request)).resolves.toMatchObject({ id: messageId });
  await expect(client.ask('question:ask', asked)).resolves.toMatchObject({ id: questionId });
  const { messages } = await client.ask('chat:read', { channel: 'audience' });
  expect(messages.map(({ text }) => text)).toEqual(['In time']);
  const { questions } = await client.ask('question:list', {});
  expect(questions).toMatchObject([{ id: questionId, votes: 0 }]);
  await client.ask('chat:delete', { messageId });
  await expect(say(moderator, 'The slides are online')).resolves.toMatchObject({ held: false });
});
