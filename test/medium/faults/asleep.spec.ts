import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { crewMember, say } from '../../factories/chat';
import { cuttableLine, type CuttableLine } from '../../factories/cuttable-line';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { patiently } from '../../factories/patiently';
import { makePoll } from '../../factories/polls';
import { askAndMove, questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';
import { OpenPage } from './open-page';

/** More than two pages of the chat's history. */
const messagesMeanwhile = 120;

let server: TestServer;
let line: CuttableLine;
let stage: LiveStage;
const pages: OpenPage[] = [];
beforeAll(async () => {
  server = await startServer();
  line = await cuttableLine(server.url);
  stage = await LiveStage.make(server);
});
afterAll(async () => {
  for (const page of pages) page.close();
  stage?.closeAll();
  await line?.close();
  await server?.stop();
});

async function until(done: () => unknown): Promise<void> {
  while (!(await done())) await wait(50);
}

const openPeers = (participantId: string) =>
  server.database.query('SELECT id FROM peers WHERE participant_id = $1 AND closed_at IS NULL', [
    participantId,
  ]);

it('somebody who was asleep for a minute sees what somebody sees who comes just now', async () => {
  const { sessionId } = stage;
  await stage.change('rehearsing');
  await stage.change('live');
  const moderator = await crewMember(stage);
  const other = await stage.joined(stage.attendee());
  const person = await stage.register();
  const device: LiveClient = await stage.joined(stage.connect(person));
  const sleeper = new OpenPage(new URL(line.url).origin, person.ticket, sessionId);
  pages.push(sleeper);

  const first = await say(moderator, 'First');
  const second = await say(moderator, 'Second');
  const early = await askAndMove(device, moderator, ['approve']);
  const asked = await askAndMove(other, moderator, ['approve']);
  const poll = await makePoll(moderator, ['open']);
  await device.ask('hand:raise', {});
  await until(
    () =>
      sleeper.view.messages.length === 2 &&
      Object.keys(sleeper.view.questions.questions).length === 2 &&
      Object.keys(sleeper.view.polls.polls).length === 1 &&
      sleeper.view.hands.own,
  );
  // Only the page sleeps: the other device would be told everything.
  device.close();
  await line.cut();
  await until(() => sleeper.live.store.getState().connection === 'reconnecting');
  // A minute passes: the grace of everything that was kept for them is over.
  await server.database.query(
    "UPDATE peers SET seen_at = now() - interval '1 minute' WHERE participant_id = $1",
    [person.participantId],
  );
  await until(async () => (await openPeers(person.participantId)).length === 0);

  for (let number = 1; number <= messagesMeanwhile; number++)
    await patiently(() => say(moderator, `Meanwhile ${number}`));
  await moderator.ask('chat:edit', { messageId: first.id, text: 'First, changed' });
  await moderator.ask('chat:delete', { messageId: second.id });
  const pinned = await say(other, 'Pin this');
  await moderator.ask('chat:pin', { messageId: pinned.id, pinned: true });
  const { settings } = await moderator.ask('chat:read', { channel: 'audience' });
  await moderator.ask('chat:change-settings', { version: settings.version, slowSeconds: 30 });
  await moderator.ask('question:merge', { intoId: asked.id, questionIds: [early.id] });
  await askAndMove(other, moderator, ['approve', 'claim', 'put-on-stage'], questionOf({ text: 'On stage?' }));
  await other.ask('poll:answer', { pollId: poll.id, choices: [2] });
  const closed = await moderator.ask('poll:move', { pollId: poll.id, version: poll.version, step: 'close' });
  await moderator.ask('poll:show-results', { pollId: poll.id, version: closed.version, shown: true });
  await makePoll(moderator, ['open']);

  await line.mend();
  await until(() => sleeper.live.store.getState().connection === 'joined');
  const newcomer = new OpenPage(server.url, person.ticket, sessionId);
  pages.push(newcomer);
  for (const page of pages) await page.scrollBack();
  for (let look = 0; look < 100 && !isDeepStrictEqual(sleeper.view, newcomer.view); look++) await wait(100);
  expect(newcomer.view.messages).toHaveLength(messagesMeanwhile + 3);
  expect(newcomer.view.show?.onStage?.text).toBe('On stage?');
  expect(sleeper.view).toEqual(newcomer.view);
});
