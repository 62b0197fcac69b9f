import { call, type Refusal } from '../../factories/http';
import { connectLive, type LiveClient } from '../../factories/live';
import { crewMember, guest, messageOf, say, type Guest } from '../../factories/chat';
import { LiveStage } from '../../factories/live-event';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { startServer, type TestServer } from '../../factories/server';

const signing = { SIGNING_SECRET: 'e'.repeat(64) };

let database: FreshDatabase;
let server: TestServer;
let otherServer: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer(signing, database);
  otherServer = await startServer(signing, database);
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, 'One');
});
afterEach(() => stage.closeAll());
afterAll(async () => {
  await otherServer.stop();
  await server.stop();
  await database.drop();
}, 60_000);

describe('a muted person', () => {
  it('is told until when, and writes nothing anywhere until then', async () => {
    const own = await say(one.client, 'Before');
    const standing = await moderator.ask('moderation:mute', { participantId: one.participantId, minutes: 5 });
    const { mutedUntil } = standing;
    expect(await one.client.heard('moderation:muted')).toEqual({ mutedUntil });
    const far = await connectLive(otherServer, one.ticket);
    await far.ask('session:join', { sessionId: stage.sessionId });
    const refusal = { code: 'forbidden', details: { reason: 'muted', mutedUntil } };
    expect(await one.client.refusal('chat:send', messageOf('After'))).toMatchObject(refusal);
    expect(await far.refusal('chat:send', messageOf('After'))).toMatchObject(refusal);
    expect(await far.refusal('chat:edit', { messageId: own.id, text: 'After' })).toMatchObject(refusal);
    expect(await far.ask('chat:read', { channel: 'audience' })).toMatchObject({ mutedUntil });
    expect(await moderator.ask('moderation:list', {})).toEqual([standing]);
    far.close();
  });

  it('writes again when the mute is taken back', async () => {
    await moderator.ask('moderation:mute', { participantId: one.participantId, minutes: 5 });
    await moderator.ask('moderation:mute', { participantId: one.participantId, minutes: 0 });
    await one.client.heard('moderation:muted', ({ mutedUntil }) => mutedUntil === null);
    await expect(say(one.client, 'Again')).resolves.toMatchObject({ text: 'Again' });
    expect(await moderator.ask('moderation:list', {})).toEqual([]);
  });

  it('writes again when the time is over', async () => {
    await moderator.ask('moderation:mute', { participantId: one.participantId, minutes: 1 });
    await database.query(
      "UPDATE standings SET muted_until = now() - interval '1 second' WHERE participant_id = $1",
      [one.participantId],
    );
    await expect(say(one.client, 'Again')).resolves.toMatchObject({ text: 'Again' });
    expect(await one.client.ask('chat:read', { channel: 'audience' })).toMatchObject({ mutedUntil: null });
    expect(await moderator.ask('moderation:list', {})).toEqual([]);
  });

  it('is an attendee of this event', async () => {
    const speaker = await stage.invite('speaker');
    const mute = (participantId: string) =>
      moderator.refusal('moderation:mute', { participantId, minutes: 5 });
    expect(await mute(speaker.participantId)).toMatchObject({ code: 'forbidden' });
    const elsewhere = await LiveStage.make(server);
    const stranger = await guest(elsewhere);
    expect(await mute(stranger.participantId)).toMatchObject({ code: 'not-found' });
    elsewhere.closeAll();
  });
});

describe('a banned person', () => {
  const ban = (participantId: string) => moderator.ask('moderation:ban', { participantId });
  const refresh = async () => {
    const { signIn, cookie } = person;
    return call<Partial<Refusal>>(server, 'POST', `sign-ins/${signIn.signInId}/refresh`, {
      headers: { cookie },
    });
  };
  let person: Awaited<ReturnType<LiveStage['register']>>;
  beforeEach(async () => {
    person = await stage.register({ displayName: 'Two' });
  });

  it('is out on every server and device within two seconds, and does not come back', async () => {
    const here = await stage.connect(person);
    const there = await connectLive(otherServer, person.ticket);
    const { peerId } = await here.ask('session:join', { sessionId: stage.sessionId });
    await there.ask('session:join', { sessionId: stage.sessionId });
    const before = performance.now();
    const standing = await ban(person.participantId);
    await Promise.all([here.closed(), there.closed()]);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(await here.heard('sign-in:revoked')).toMatchObject({ code: 'revoked' });
    for (const at of [server, otherServer])
      await expect(connectLive(at, person.ticket)).rejects.toMatchObject({ code: 'revoked' });
    expect((await refresh()).body.error).toMatchObject({ code: 'revoked' });
    expect(await moderator.ask('moderation:list', {})).toEqual([standing]);
    const open = () => database.query('SELECT 1 FROM peers WHERE id = $1 AND closed_at IS NULL', [peerId]);
    while ((await open()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('comes back with the same device when the ban is taken back', async () => {
    await ban(person.participantId);
    await ban(person.participantId);
    const standing = await moderator.ask('moderation:unban', { participantId: person.participantId });
    expect(standing).toMatchObject({ displayName: 'Two', bannedAt: null });
    expect((await refresh()).status).toBe(200);
    const client = await stage.connect(person);
    await client.ask('session:join', { sessionId: stage.sessionId });
    await expect(say(client, 'Thank you')).resolves.toMatchObject({ text: 'Thank you' });
    expect(await moderator.ask('moderation:list', {})).toEqual([]);
    const log = await moderator.ask('moderation:log', {});
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ['moderation:unban', 'Two'],
      ['moderation:ban', 'Two'],
      ['moderation:ban', 'Two'],
    ]);
  });

  it('stays out when somebody else had taken the access back', async () => {
    const revoked = await call(
      server,
      'POST',
      `events/${stage.sample.event.id}/participants/${person.participantId}/revoke`,
      { ticket: stage.sample.organiser.ticket },
    );
    expect(revoked.status).toBe(204);
    await ban(person.participantId);
    await moderator.ask('moderation:unban', { participantId: person.participantId });
    await expect(connectLive(server, person.ticket)).rejects.toMatchObject({ code: 'revoked' });
  });

  it('of the crew is banned by organisers only, and nobody by themselves', async () => {
    const speaker = await stage.invite('speaker');
    const itself = await stage.invite('organiser');
    const organiser = await stage.connect(itself);
    await organiser.ask('session:join', { sessionId: stage.sessionId });
    const request = { participantId: speaker.participantId };
    expect(await moderator.refusal('moderation:ban', request)).toMatchObject({ code: 'forbidden' });
    await organiser.ask('moderation:ban', request);
    await expect(connectLive(server, speaker.ticket)).rejects.toMatchObject({ code: 'revoked' });
    const { participantId } = itself;
    expect(await organiser.refusal('moderation:ban', { participantId })).toMatchObject({ code: 'conflict' });
  });
});
