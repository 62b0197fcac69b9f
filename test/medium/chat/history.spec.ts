import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { crewMember, guest, heardOf, messageOf, messagesTold, say, type Guest } from '../../factories/chat';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
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

/** The crew may write as fast as it likes. */
async function sayMany(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await say(moderator, `Message ${number}`);
}

const numbersOf = (messages: { number: number }[]) => messages.map(({ number }) => number);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

it('is empty at first', async () => {
  expect(await one.client.ask('chat:read', { channel: 'audience' })).toEqual({
    messages: [],
    more: false,
    revision: 0,
    ownReactions: [],
    settings: {
      version: 0,
      paused: false,
      slowSeconds: 0,
      linksAllowed: true,
      preModerated: false,
      heldWords: [],
    },
    mutedUntil: null,
    pinned: null,
  });
});

it('is read from the newest on, and scrolled back to the first', async () => {
  await sayMany(120);
  const newest = await one.client.ask('chat:read', { channel: 'audience' });
  expect(numbersOf(newest.messages)).toEqual(range(71, 120));
  expect(newest).toMatchObject({ more: true, revision: 120 });
  const older = await one.client.ask('chat:read', { channel: 'audience', before: 71 });
  expect([numbersOf(older.messages), older.more]).toEqual([range(21, 70), true]);
  const oldest = await one.client.ask('chat:read', { channel: 'audience', before: 21 });
  expect([numbersOf(oldest.messages), oldest.more]).toEqual([range(1, 20), false]);
});

it('tells who was away everything new and changed, in pages', async () => {
  await sayMany(3);
  const [first] = (await one.client.ask('chat:read', { channel: 'audience' })).messages;
  const { revision } = await one.client.ask('chat:read', { channel: 'audience' });
  await sayMany(60);
  await moderator.ask('chat:edit', { messageId: first!.id, text: 'Edited' });
  const page = await one.client.ask('chat:read', { channel: 'audience', after: revision });
  expect([numbersOf(page.messages), page.more, page.revision]).toEqual([range(4, 53), true, 53]);
  const rest = await one.client.ask('chat:read', { channel: 'audience', after: page.revision });
  expect(numbersOf(rest.messages)).toEqual([...range(54, 63), 1]);
  expect(rest).toMatchObject({ more: false, revision: 64 });
  expect(rest.messages.at(-1)).toMatchObject({ text: 'Edited', revision: 64 });
  const nothing = await one.client.ask('chat:read', { channel: 'audience', after: rest.revision });
  expect(nothing).toMatchObject({ messages: [], more: false, revision: 64 });
});

it('has no gap when a number is taken first and committed last', async () => {
  await say(moderator, 'Before');
  const { revision } = await one.client.ask('chat:read', { channel: 'audience' });
  // Another server takes the next number, and takes its time.
  const slow = new Client({ connectionString: server.database.url });
  await slow.connect();
  const slowId = randomUUID();
  await slow.query('BEGIN');
  await slow.query(
    `WITH taken AS (
       UPDATE chat_channels SET last = last + 1 WHERE session_id = $1 AND channel = 'audience' RETURNING last
     )
     INSERT INTO chat_messages (id, session_id, channel, number, revision, participant_id, client_message_id, text,
       language, mentioned_ids, held, shown)
     SELECT $2, $1, 'audience', last, last, $3, $2, 'Slow', 'en', '{}', false, true FROM taken`,
    [stage.sessionId, slowId, one.participantId],
  );
  let isStored = false;
  const fast = say(moderator, 'Fast').finally(() => (isStored = true));
  await waitsForLock();
  // The later number is not visible before the earlier one, so a reader now goes on from before both.
  const meanwhile = await one.client.ask('chat:read', { channel: 'audience', after: revision });
  expect(meanwhile).toMatchObject({ messages: [], revision });
  expect(isStored).toBe(false);
  await slow.query('COMMIT');
  await slow.end();
  await fast;
  const resumed = await one.client.ask('chat:read', { channel: 'audience', after: meanwhile.revision });
  expect(resumed.messages.map(({ text }) => text)).toEqual(['Slow', 'Fast']);
  expect(numbersOf(resumed.messages)).toEqual([revision + 1, revision + 2]);
});

it('of a channel whose row is held for long refuses in time, and goes on afterwards', async () => {
  await say(moderator, 'Before');
  const holder = new Client({ connectionString: server.database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM chat_channels FOR UPDATE');
  const request = messageOf('Patience');
  const before = performance.now();
  expect(await one.client.refusal('chat:send', request)).toMatchObject({ code: 'unavailable' });
  expect(performance.now() - before).toBeLessThan(2000);
  await holder.query('COMMIT');
  await holder.end();
  const message = await one.client.ask('chat:send', request);
  await heardOf(moderator, message);
  expect(messagesTold(moderator).filter(({ text }) => text === 'Patience')).toHaveLength(1);
});

it('comes to a client that was away from the channel for a while', async () => {
  const away = await guest(stage, 'Away');
  const seen = await say(one.client, 'Seen');
  await heardOf(away.client, seen);
  away.client.close();
  const missed = await say(one.client, 'Missed');
  const back = await stage.connect(away);
  await back.ask('session:join', { sessionId: stage.sessionId });
  const page = await back.ask('chat:read', { channel: 'audience', after: seen.revision });
  expect(page.messages).toEqual([missed]);
});

/** Until somebody waits for the channel's row. */
async function waitsForLock(): Promise<void> {
  const waiting = () =>
    server.database.query(
      `SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%chat_channels%'`,
    );
  while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
