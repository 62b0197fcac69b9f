import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { observer, workerBin, type types } from 'mediasoup';
import { NodeEngine } from '@manyhalls/sfu';
import { childrenNamed } from '../bench/lib/processes';
import { mediaSettings } from '../contracts/planes';

jest.setTimeout(60_000);

/** Starting and stopping; what an engine does while it runs is the contract's. */
describe('a node engine', () => {
  const workers = () => childrenNamed(process.pid, 'mediasoup-worke');

  async function settings<Changes extends object>(changes: Changes) {
    const { portBase, pipePorts, listenIp, announcedAddress, workerBin, filesFolder } = await mediaSettings();
    const required = {
      nodeId: 'jinan',
      portBase,
      pipePorts,
      listenIp,
      announcedAddress,
      workerBin,
      filesFolder,
    };
    return { ...required, workers: 3, ...changes };
  }

  async function taken(port: number): Promise<Socket> {
    const socket = createSocket('udp4').bind(port, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  }

  it('starts its workers, and leaves none when it is closed', async () => {
    const engine = await NodeEngine.create(await settings({}), () => undefined);
    expect(workers()).toHaveLength(3);
    await engine.close();
    expect(workers()).toEqual([]);
    const answer = await engine.handle('node:load', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'media-unavailable' } });
  });

  it('closes when mediasoup has closed its workers already, as it does when the process is told to end', async () => {
    const started: types.Worker[] = [];
    const keep = (worker: types.Worker) => void started.push(worker);
    observer.on('newworker', keep);
    const engine = await NodeEngine.create(await settings({}), () => undefined);
    observer.off('newworker', keep);
    for (const worker of started) worker.close();
    while (!started.every(({ subprocessClosed }) => subprocessClosed)) await wait(20);
    await engine.close();
    expect(workers()).toEqual([]);
  });

  it('does not start without its worker, and leaves nothing', async () => {
    const wrong = await settings({ workerBin: '/nowhere/mediasoup-worker' });
    await expect(NodeEngine.create(wrong, () => undefined)).rejects.toThrow('ENOENT');
    expect(workers()).toEqual([]);
  });

  it('does not start when a port is taken, and leaves nothing', async () => {
    const some = await settings({});
    const other = await taken(some.portBase + 1);
    await expect(NodeEngine.create(some, () => undefined)).rejects.toThrow('already in use');
    expect(workers()).toEqual([]);
    other.close();
  });

  it('tries to replace a dead worker until it can, and who asks meanwhile waits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'manyhalls-worker-'));
    const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const some = await settings({ workers: 1, workerBin: join(folder, 'worker') });
    const real = process.env['MEDIASOUP_WORKER_BIN'] ?? workerBin;
    const install = (command: string) =>
      writeFile(some.workerBin, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    await install(`exec ${real} "$@"`);
    const engine = await NodeEngine.create(some, () => undefined);

    await install('exit 1');
    process.kill(workers()[0] as number, 'SIGKILL');
    while (errors.mock.calls.length === 0) await wait(10);
    const request = { peerId: randomUUID(), sessionId: randomUUID(), audience: true };
    const opened = engine.handle('peer:open', request);
    await install(`exec ${real} "$@"`);
    expect(await opened).toMatchObject({ ok: true });

    await engine.close();
    errors.mockRestore();
    await rm(folder, { recursive: true });
  });
});
