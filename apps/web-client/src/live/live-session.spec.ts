import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { JoinedDto, LiveClientToServer, LiveServerToClient } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { LiveSession } from './live-session';
import type { LiveState } from './live-state';
import type { PeerMemory } from './peer-memory';
import { showState } from './show.fixture';

// A real socket.io server that speaks the live wire's envelope, with answers the test decides.

const show = (version: number, sessionId = 'one') => showState({ version, sessionId });
const joined = (peerId: string, more: Partial<JoinedDto> = {}): JoinedDto => ({
  peerId,
  resumed: false,
  serverTime: new Date().toISOString(),
  show: show(1),
  presence: { total: 1, byVenue: [], byCountry: [] },
  media: null,
  ...more,
});

type ServerSocket = Socket<LiveClientToServer, LiveServerToClient>;

let http: HttpServer;
let namespace: Namespace<LiveClientToServer, LiveServerToClient>;
let sockets: ServerSocket[];
let tickets: string[];
let session: LiveSession;
let remembered: Map<string, string>;
let answerJoin: (socket: ServerSocket, request: { sessionId: string; resumePeerId?: string }) => JoinedDto;
let getTicket: jest.Mock<Promise<string>, [boolean?]>;
let joins: { sessionId: string; resumePeerId?: string }[];
let renewed: string[];

beforeEach(async () => {
  http = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  namespace = new Server<LiveClientToServer, LiveServerToClient>(http).of('/live');
  [sockets, tickets, joins, renewed, remembered] = [[], [], [], [], new Map()];
  answerJoin = (_socket, { sessionId }) => joined('peer-1', { show: show(1, sessionId) });
  getTicket = jest.fn(async (renew?: boolean) => (renew ? 'fresh' : 'ticket'));
  namespace.on('connection', (socket) => {
    sockets.push(socket);
    tickets.push(String(socket.handshake.auth.ticket));
    socket.on('session:join', (request, ack) => {
      joins.push(request);
      try {
        ack({ ok: true, data: answerJoin(socket, request) });
      } catch (error) {
        if (error instanceof Fault) ack({ ok: false, error: error.toWire() });
      }
    });
    socket.on('ticket:renew', ({ ticket }, ack) => {
      renewed.push(ticket);
      ack({ ok: true, data: {} });
    });
  });
  const memory: PeerMemory = {
    read: (sessionId) => remembered.get(sessionId),
    write: (sessionId, peerId) => void remembered.set(sessionId, peerId),
    forget: () => remembered.clear(),
  };
  const { port } = http.address() as AddressInfo;
  session = new LiveSession({ url: `http://127.0.0.1:${port}/live`, getTicket, memory });
  session.open();
});
afterEach(async () => {
  session.close();
  await new Promise<void>((resolve) => {
    namespace.server.close(() => resolve());
  });
});

const until = (fits: (state: LiveState) => boolean) =>
  new Promise<LiveState>((resolve) => {
    if (fits(session.store.getState())) return resolve(session.store.getState());
    const stop = session.store.subscribe((state) => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    });
  });
const isJoined = ({ connection }: LiveState) => connection === 'joined';
const last = () => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('nobody has connected');
  return socket;
};

it('joins with a ticket and keeps the newest show state', async () => {
  session.join('one');
  expect(await until(isJoined)).toMatchObject({ peerId: 'peer-1', show: { version: 1 } });
  expect(tickets).toEqual(['ticket']);
  last().emit('show:changed', show(3));
  last().emit('show:changed', show(2));
  last().emit('presence:changed', { total: 9, byVenue: [], byCountry: [] });
  const { show: newest } = await until(({ presence }) => presence?.total === 9);
  expect(newest?.version).toBe(3);
});

it('comes back as the same peer after its connection was cut, and hears what it missed', async () => {
  const heard: JoinedDto[] = [];
  session.listen({ joined: (answer) => void heard.push(answer), left: () => undefined });
  session.join('one');
  await until(isJoined);
  answerJoin = () => joined('peer-1', { resumed: true, show: show(8) });
  last().conn.close();
  await until(({ connection }) => connection === 'reconnecting');
  expect((await until(isJoined)).show?.version).toBe(8);
  expect(joins).toEqual([{ sessionId: 'one' }, { sessionId: 'one', resumePeerId: 'peer-1' }]);
  expect(heard.map(({ resumed }) => resumed)).toEqual([false, true]);
});

it('comes back when the server closes it without a reason, with a ticket asked for anew', async () => {
  session.join('one');
  await until(isJoined);
  getTicket.mockClear();
  last().disconnect(true);
  await until(({ connection }) => connection === 'reconnecting');
  await until(isJoined);
  expect(getTicket).toHaveBeenCalledTimes(1);
});

it('switches to another session over the same connection, and forgets the first one’s state', async () => {
  const left = jest.fn();
  session.listen({ joined: () => undefined, left });
  session.join('one');
  await until(isJoined);
  left.mockClear();
  session.join('two');
  expect(session.store.getState()).toMatchObject({ connection: 'connecting', show: null, peerId: null });
  expect(left).toHaveBeenCalledTimes(1);
  expect((await until(isJoined)).show?.sessionId).toBe('two');
  expect(sockets).toHaveLength(1);
  last().emit('show:changed', show(99, 'one'));
  last().emit('show:changed', show(2, 'two'));
  expect((await until(({ show: told }) => told?.version === 2)).show?.sessionId).toBe('two');
});

it('tries again when the server cannot answer now', async () => {
  let refusals = 2;
  answerJoin = () => {
    if (refusals-- > 0) throw new Fault('unavailable', 'the database is away');
    return joined('peer-1');
  };
  session.join('one');
  await until(isJoined);
  expect(joins).toHaveLength(3);
});

it.each([
  ['not-found', 'not-found'],
  ['forbidden', 'forbidden'],
  ['revoked', 'revoked'],
] as const)('does not try again when it is refused as %s', async (code, ending) => {
  answerJoin = () => {
    throw new Fault(code, 'no');
  };
  session.join('one');
  expect((await until(({ connection }) => connection === 'over')).ending).toBe(ending);
  expect(joins).toHaveLength(1);
});

it('exchanges a ticket that has run out, and sends the request again', async () => {
  session.join('one');
  await until(isJoined);
  let expired = true;
  last().on('show:read', (_request, ack) => {
    if (expired) ack({ ok: false, error: { code: 'ticket-expired', message: 'expired' } });
    else ack({ ok: true, data: show(5) });
    expired = false;
  });
  expect((await session.ask('show:read', {})).version).toBe(5);
  expect(renewed).toEqual(['fresh']);
});

it('stays away after a revocation, and after another tab has taken over until it is asked back', async () => {
  session.join('one');
  await until(isJoined);
  last().emit('session:taken-over', {});
  expect((await until(({ connection }) => connection === 'over')).ending).toBe('taken-over');
  expect(remembered.size).toBe(0);
  session.retake();
  await until(isJoined);
  last().emit('sign-in:revoked', { code: 'revoked', message: 'taken back' });
  expect((await until(({ connection }) => connection === 'over')).ending).toBe('revoked');
});

it('is signed out when there is no ticket to be had any more', async () => {
  getTicket.mockRejectedValue(new Fault('not-signed-in', 'gone'));
  session.join('one');
  expect((await until(({ connection }) => connection === 'over')).ending).toBe('signed-out');
});

it('is signed out when the server will not have the ticket', async () => {
  namespace.use((_socket, next) =>
    next(Object.assign(new Error('no'), { data: { code: 'revoked', message: 'no' } })),
  );
  session.join('one');
  expect((await until(({ connection }) => connection === 'over')).ending).toBe('revoked');
});

it('answers at once while there is no connection, instead of keeping the request for later', async () => {
  await expect(session.ask('show:read', {})).rejects.toMatchObject({ code: 'unavailable' });
});

it('says so when the connection is lost before the answer', async () => {
  session.join('one');
  await until(isJoined);
  last().on('show:read', () => void last().conn.close());
  await expect(session.ask('show:read', {})).rejects.toMatchObject({ code: 'unavailable' });
});
