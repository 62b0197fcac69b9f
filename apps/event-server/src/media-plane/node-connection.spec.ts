import { NodeConnection } from './node-connection';

const node = { nodeId: 'tokyo', region: null };

describe('a connection to a node', () => {
  it('waits no longer than it should', async () => {
    const connection = new NodeConnection(node, () => new Promise(() => undefined), 1);
    await expect(connection.ask('node:load', {})).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ignores an answer that comes too late', async () => {
    let answer: (ack: unknown) => void = () => undefined;
    const connection = new NodeConnection(node, () => new Promise((resolve) => (answer = resolve)), 1);
    await expect(connection.ask('peer:close', { peerId: 'x' })).rejects.toMatchObject({ code: 'timeout' });
    answer({ ok: true, data: {} });
    connection.close();
  });

  it('fails what is under way when it is closed, and everything after', async () => {
    const connection = new NodeConnection(node, () => new Promise(() => undefined), 60_000);
    const first = connection.ask('peer:close', { peerId: 'x' });
    connection.close();
    await expect(first).rejects.toMatchObject({ code: 'media-unavailable' });
    await expect(connection.ask('node:load', {})).rejects.toMatchObject({ code: 'media-unavailable' });
  });
});
