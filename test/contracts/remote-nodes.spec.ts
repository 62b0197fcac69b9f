import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { nodesPath, type ErrorCode, type NodeReportDto } from '@manyhalls/contracts';
import type { MediaNode } from '../../apps/media-node/src/media-node';
import { NodesServer, nodeSecret, startMediaNode } from './planes';

jest.setTimeout(30_000);

/** What the socket says next of this event. */
const next = (socket: Socket, event: string) =>
  new Promise<unknown>((resolve) => socket.once(event, resolve));

/** What only nodes that dial in can suffer: a door with a lock, and a network that fails. */
describe('remote nodes', () => {
  let server: NodesServer;
  const sockets: Socket[] = [];
  const nodes: MediaNode[] = [];

  beforeEach(async () => {
    server = await NodesServer.start();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await Promise.all(nodes.splice(0).map((node) => node.close()));
    await server.stop();
  });

  const refusal = (code: ErrorCode) => expect.objectContaining({ name: 'Fault', code });

  function dial(auth: object): Socket {
    const socket = io(`${server.url}/nodes`, { path: nodesPath, auth, reconnection: false });
    sockets.push(socket);
    return socket;
  }

  const report: NodeReportDto = {
    nodeId: 'tokyo',
    peers: [],
    feeds: [],
    load: {
      workers: 1,
      peers: 0,
      consumers: 0,
      producers: 0,
      links: 0,
      linkedTracks: 0,
      workerCpuSeconds: 0,
      processCpuSeconds: 0,
      draining: false,
    },
  };

  /** Somebody who says that it is tokyo, and answers as told; `undefined`: not at all. */
  async function impostor(answers: Record<string, unknown>): Promise<Socket> {
    const socket = dial({ nodeId: 'tokyo', secret: nodeSecret });
    socket.onAny((verb: string, _: unknown, ack: (answer: unknown) => void) => {
      if (answers[verb] !== undefined) ack(answers[verb]);
    });
    await next(socket, 'connect');
    return socket;
  }

  it.each<[string, object, ErrorCode]>([
    ['no secret', { nodeId: 'tokyo' }, 'bad-request'],
    ['a wrong secret', { nodeId: 'tokyo', secret: 'another secret, as long' }, 'forbidden'],
    [
      'a wrong secret of the same length',
      { nodeId: 'tokyo', secret: 'b'.repeat(nodeSecret.length) },
      'forbidden',
    ],
    ['no name', { secret: nodeSecret }, 'bad-request'],
    ['a name that is none', { nodeId: '../tokyo', secret: nodeSecret }, 'bad-request'],
    ['more than is asked', { nodeId: 'tokyo', secret: nodeSecret, admin: true }, 'bad-request'],
  ])('are refused with %s', async (_, auth, code) => {
    expect(await next(dial(auth), 'connect_error')).toMatchObject({ data: { code } });
    expect(server.plane.nodes()).toEqual([]);
  });

  it('are refused when their name is taken by one that answers', async () => {
    nodes.push(await startMediaNode('tokyo', [server.url]));
    await server.connected('tokyo');
    const second = dial({ nodeId: 'tokyo', secret: nodeSecret });
    expect(await next(second, 'connect_error')).toMatchObject({ data: { code: 'conflict' } });
    await expect(server.plane.request('tokyo', 'node:load', {})).resolves.toMatchObject({ workers: 1 });
  });

  it('take the place of one of their name that answers no more', async () => {
    await impostor({ 'node:report': { ok: true, data: report } });
    await server.connected('tokyo');
    nodes.push(await startMediaNode('tokyo', [server.url]));
    await new Promise<void>((resolve) => server.plane.listen({ nodeConnected: () => resolve() }));
    await expect(server.plane.request('tokyo', 'node:load', {})).resolves.toMatchObject({ workers: 1 });
  });

  it('are sent away when their report does not fit', async () => {
    const socket = await impostor({ 'node:report': { ok: true, data: { ...report, feeds: [{}] } } });
    await next(socket, 'disconnect');
    expect(server.plane.nodes()).toEqual([]);
  });

  it.each<[string, unknown, ErrorCode]>([
    ['no answer of the protocol', 'yes', 'internal'],
    ['a reply that does not fit', { ok: true, data: { workers: -1 } }, 'internal'],
    ['a refusal with an unknown code', { ok: false, error: { code: 'no', message: 'no' } }, 'internal'],
    ['a refusal', { ok: false, error: { code: 'conflict', message: 'no' } }, 'conflict'],
  ])('answer with %s', async (_, answer, code) => {
    await impostor({ 'node:report': { ok: true, data: report }, 'node:load': answer });
    await server.connected('tokyo');
    await expect(server.plane.request('tokyo', 'node:load', {})).rejects.toEqual(refusal(code));
  });

  it('are not heard when they tell what does not fit', async () => {
    const socket = await impostor({ 'node:report': { ok: true, data: report } });
    await server.connected('tokyo');
    const heard: unknown[] = [];
    server.plane.listen({ 'peers:lost': (nodeId, payload) => void heard.push([nodeId, payload]) });
    const peerIds = [randomUUID()];
    socket.emit('peers:lost', { peerIds: ['x'], reason: 'worker-died' });
    socket.emit('peers:lost', { peerIds, reason: 'boredom' });
    socket.emit('peers:found', { peerIds });
    const good = new Promise<void>((resolve) => server.plane.listen({ 'peers:lost': () => resolve() }));
    socket.emit('peers:lost', { peerIds, reason: 'worker-died' });
    await good;
    expect(heard).toEqual([['tokyo', { peerIds, reason: 'worker-died' }]]);
  });

  it('fail at once what was under way when the connection broke', async () => {
    const socket = await impostor({ 'node:report': { ok: true, data: report } });
    await server.connected('tokyo');
    const gone = new Promise<string>((resolve) => server.plane.listen({ nodeDisconnected: resolve }));
    const request = server.plane.request('tokyo', 'node:load', {});
    socket.disconnect();
    await expect(request).rejects.toEqual(refusal('media-unavailable'));
    expect(await gone).toBe('tokyo');
    await expect(server.plane.request('tokyo', 'node:load', {})).rejects.toEqual(
      refusal('media-unavailable'),
    );
  });

  it('come back by themselves, with their peers in grace', async () => {
    nodes.push(await startMediaNode('tokyo', [server.url]));
    await server.connected('tokyo');
    const [peerId, sessionId] = [randomUUID(), randomUUID()];
    await server.plane.request('tokyo', 'peer:open', { peerId, sessionId, audience: true });

    const back = new Promise<NodeReportDto>((resolve) =>
      server.plane.listen({ nodeConnected: (_, found) => resolve(found) }),
    );
    server.cut();
    expect((await back).peers).toEqual([{ peerId, sessionId, attached: false }]);
    await server.plane.request('tokyo', 'peer:attach', { peerId });
    const { peers } = await server.plane.request('tokyo', 'node:report', {});
    expect(peers).toEqual([{ peerId, sessionId, attached: true }]);
  });

  it('serve several event-servers, and keep a peer that moved from one to the other', async () => {
    const other = await NodesServer.start();
    try {
      nodes.push(await startMediaNode('tokyo', [server.url, other.url]));
      await Promise.all([server.connected('tokyo'), other.connected('tokyo')]);
      const [peerId, sessionId] = [randomUUID(), randomUUID()];
      await server.plane.request('tokyo', 'peer:open', { peerId, sessionId, audience: true });
      await other.plane.request('tokyo', 'peer:attach', { peerId });
      // The first server notices late that the peer's old socket is gone, and then goes itself.
      await server.plane.request('tokyo', 'peer:detach', { peerId, graceMs: 0 });
      const back = new Promise<NodeReportDto>((resolve) =>
        server.plane.listen({ nodeConnected: (_, found) => resolve(found) }),
      );
      server.cut();
      expect((await back).peers).toEqual([{ peerId, sessionId, attached: true }]);
    } finally {
      await other.stop();
    }
  });
});
