import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { io } from 'socket.io-client';
import { Secrets } from '../../../apps/event-server/src/secrets/secrets';
import { ask, call } from '../../factories/http';
import { connectLive } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import type { Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;

beforeAll(async () => {
  server = await startServer();
  stage = await LiveStage.make(server);
}, 120_000);
afterEach(() => stage.closeAll());
afterAll(() => server.stop());

/** A ticket of this person, properly signed, that ends at another time. */
function ticketUntil({ signIn }: Person, expiresAt: Date): Promise<string> {
  const { participantId, eventId, role, venueId, displayName } = signIn.me;
  return new SignJWT({ signIn: signIn.signInId, event: eventId, role, venue: venueId, name: displayName })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('manyhalls')
    .setAudience('ticket')
    .setSubject(participantId)
    .setExpirationTime(expiresAt)
    .sign(server.get(Secrets).signing);
}

const revokeAttendee = (participantId: string) =>
  call(server, 'POST', `events/${stage.sample.event.id}/participants/${participantId}/revoke`, {
    ticket: stage.sample.organiser.ticket,
  });

describe('the handshake', () => {
  it.each([
    ['no ticket', undefined],
    ['an empty ticket', ''],
    ['a number', 7],
    ['an object', { $ne: null }],
    ['a word', 'ticket'],
  ])('refuses %s', async (_, ticket) => {
    await expect(connectLive(server, ticket)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('refuses a ticket that somebody else signed', async () => {
    const { ticket } = await stage.register();
    const [header, claims] = ticket.split('.');
    const forged = [header, claims, Buffer.alloc(32).toString('base64url')].join('.');
    await expect(connectLive(server, forged)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('refuses a ticket that has expired', async () => {
    const ticket = await ticketUntil(await stage.register(), new Date(Date.now() - 1000));
    await expect(connectLive(server, ticket)).rejects.toMatchObject({ code: 'ticket-expired' });
  });

  it('refuses a ticket whose sign-in was taken back', async () => {
    const { signIn, ticket, participantId } = await stage.register();
    expect((await revokeAttendee(participantId)).status).toBeLessThan(300);
    await expect(connectLive(server, ticket)).rejects.toMatchObject({ code: 'revoked' });
    expect(signIn.me.role).toBe('attendee');
  });

  it('tells nothing to whoever is in another namespace', async () => {
    const socket = io(server.url, { transports: ['websocket'], reconnection: false, forceNew: true });
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    await expect(
      socket.timeout(500).emitWithAck('session:join', { sessionId: stage.sessionId }),
    ).rejects.toThrow();
    socket.close();
  });
});

describe('a ticket on a living socket', () => {
  it('is refused once it has expired, until it is renewed', async () => {
    const person = await stage.register();
    const client = await stage.connect({ ticket: await ticketUntil(person, new Date(Date.now() + 2000)) });
    await client.ask('session:join', { sessionId: stage.sessionId });
    await wait(2100);
    expect(await client.refusal('show:read', {})).toMatchObject({ code: 'ticket-expired' });
    expect(await client.refusal('feed:tune', {})).toMatchObject({ code: 'ticket-expired' });
    await client.ask('ticket:renew', { ticket: person.ticket });
    await expect(client.ask('show:read', {})).resolves.toMatchObject({ sessionId: stage.sessionId });
  });

  it('is renewed by nothing but a ticket of the same sign-in', async () => {
    const person = await stage.register();
    const client = await stage.connect(person);
    const other = await stage.register();
    const forged = { ...person, signIn: { ...person.signIn, signInId: randomUUID() } };
    const late = new Date(Date.now() + 60_000);
    const refused = (ticket: string) => client.refusal('ticket:renew', { ticket });
    expect(await refused(other.ticket)).toMatchObject({ code: 'forbidden' });
    expect(await refused(await ticketUntil(forged, late))).toMatchObject({ code: 'revoked' });
    expect(await refused(await ticketUntil(person, new Date(Date.now() - 1000)))).toMatchObject({
      code: 'ticket-expired',
    });
    expect(await client.refusal('ticket:renew', { ticket: 'no ticket' })).toMatchObject({
      code: 'bad-request',
    });
    await expect(client.ask('session:join', { sessionId: stage.sessionId })).resolves.toBeDefined();
  });

  it('that is taken back closes every socket of it within two seconds, and nobody else', async () => {
    const person = await stage.register();
    const [one, other, bystander] = [
      await stage.connect(person),
      await stage.connect(person),
      await stage.attendee(),
    ];
    await one.ask('session:join', { sessionId: stage.sessionId });
    const before = performance.now();
    expect((await revokeAttendee(person.participantId)).status).toBeLessThan(300);
    await Promise.all([one.closed(), other.closed()]);
    expect(performance.now() - before).toBeLessThan(2000);
    await expect(one.heard('sign-in:revoked')).resolves.toMatchObject({ code: 'revoked' });
    await expect(bystander.ask('session:join', { sessionId: stage.sessionId })).resolves.toBeDefined();
    await expect(bystander.ask('show:read', {})).resolves.toBeDefined();
  });

  it('that signs out closes its socket', async () => {
    const person = await stage.register();
    const client = await stage.connect(person);
    await ask(server, 'POST', `sign-ins/${person.signIn.signInId}/sign-out`, {
      headers: { cookie: person.cookie },
    });
    await client.closed();
    await expect(client.heard('sign-in:revoked')).resolves.toMatchObject({ code: 'revoked' });
  });
});

describe('a socket', () => {
  it('that floods is told to slow down, and others are not', async () => {
    const [flooding, other] = [await stage.attendee(), await stage.attendee()];
    const answers = await Promise.all(Array.from({ length: 400 }, () => flooding.send('show:read', {})));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes).toContain('too-many-requests');
    expect(codes).toContain('not-joined');
    expect(await other.refusal('show:read', {})).toMatchObject({ code: 'not-joined' });
  });

  it('that sends more than a message may hold is cut, and others are not', async () => {
    const [greedy, other] = [await stage.attendee(), await stage.attendee()];
    greedy.socket.emit('ticket:renew', { ticket: 'x'.repeat(300 * 1024) }, () => {});
    await greedy.closed();
    expect(await other.refusal('show:read', {})).toMatchObject({ code: 'not-joined' });
  });

  it('is told of a fault of ours, once and without its words', async () => {
    const client = await stage.attendee();
    await client.ask('session:join', { sessionId: stage.sessionId });
    await server.database.query('ALTER TABLE shows RENAME TO shows_away');
    try {
      const error = await client.refusal('show:read', {});
      expect(error).toEqual({ code: 'internal', message: 'something went wrong on the server' });
    } finally {
      await server.database.query('ALTER TABLE shows_away RENAME TO shows');
    }
    await expect(client.ask('show:read', {})).resolves.toBeDefined();
  });

  it('may send what nobody waits for', async () => {
    const client = await stage.attendee();
    const untyped = client.socket as unknown as { emit(...args: unknown[]): void };
    untyped.emit('session:join', { sessionId: stage.sessionId });
    untyped.emit('session:join');
    untyped.emit('no:such-verb', 1, 2, 3);
    expect(await client.refusal('show:read', {})).toMatchObject({ code: 'not-joined' });
  });
});
