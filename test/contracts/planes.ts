import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { nodesPath } from '@manyhalls/contracts';
import { MediaNode } from '../../apps/media-node/src/media-node';
import { InProcessNodes } from '../../apps/event-server/src/media-plane/in-process/in-process-nodes';
import type { MediaPlane } from '../../apps/event-server/src/media-plane/media-plane';
import type { MediaSettings } from '../../apps/event-server/src/media-plane/media-settings';
import { NodeRegistry } from '../../apps/event-server/src/media-plane/node-registry';
import { RemoteNodes } from '../../apps/event-server/src/media-plane/remote/remote-nodes';
import { freePorts } from '../factories/ports';

/** A media plane with two real nodes, `jinan` and `tokyo`. */
export interface RunningPlane {
  plane: MediaPlane;
  stop(): Promise<void>;
}

/** Where the nodes have their files. */
export const filesFolder = join(tmpdir(), 'manyhalls-no-files');

export const nodeSecret = 'a secret of this test only';

export async function mediaSettings(changes: Partial<MediaSettings> = {}): Promise<MediaSettings> {
  const [portBase, pipePort] = (await freePorts(2)) as [number, number];
  return {
    inProcessNodes: ['jinan', 'tokyo'],
    nodeSecret,
    listenIp: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    portBase,
    pipePorts: { min: pipePort, max: pipePort + 90 },
    workersPerNode: 1,
    workerBin: process.env['MEDIASOUP_WORKER_BIN'],
    filesFolder,
    ffmpegBin: process.env['FFMPEG_BIN'],
    ...changes,
  };
}

export async function startInProcess(): Promise<RunningPlane> {
  const plane = new NodeRegistry();
  const nodes = new InProcessNodes(await mediaSettings(), plane);
  await nodes.onModuleInit();
  return { plane, stop: () => nodes.onApplicationShutdown() };
}

/** An event-server's side of the wire to remote nodes, without the rest of the event-server. */
export class NodesServer {
  readonly plane = new NodeRegistry();
  /** By path: what nodes can fetch here, if they show the secret. */
  readonly files = new Map<string, Buffer>();
  private readonly http = createServer((request, response) => {
    const known = request.headers.authorization === `Bearer ${nodeSecret}`;
    const file = known ? this.files.get(request.url ?? '') : undefined;
    response.writeHead(file ? 200 : 404).end(file);
  });
  private readonly io = new Server(this.http, { path: nodesPath });

  static async start(): Promise<NodesServer> {
    const server = new NodesServer();
    new RemoteNodes(await mediaSettings(), server.plane).serve(server.io.of('/nodes'));
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    const { port } = this.http.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Cuts every connection, as a network does: nobody is told why. */
  cut(): void {
    for (const socket of this.io.of('/nodes').sockets.values()) socket.conn.close();
  }

  /** Resolves when the node is connected; at once when it is already. */
  connected(nodeId: string): Promise<void> {
    if (this.plane.nodes().some((node) => node.nodeId === nodeId)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.plane.listen({
        nodeConnected: (node) => {
          if (node.nodeId !== nodeId) return;
          stop();
          resolve();
        },
      });
    });
  }

  async stop(): Promise<void> {
    await this.io.close();
  }
}

export async function startMediaNode(venue: string, servers: string[]): Promise<MediaNode> {
  const { inProcessNodes: _, nodeSecret: secret, workersPerNode: workers, ...rest } = await mediaSettings();
  return MediaNode.start({ ...rest, venue, servers, secret, workers });
}

export async function startRemote(): Promise<RunningPlane> {
  const server = await NodesServer.start();
  const nodes = [await startMediaNode('jinan', [server.url]), await startMediaNode('tokyo', [server.url])];
  await Promise.all([server.connected('jinan'), server.connected('tokyo')]);
  return {
    plane: server.plane,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.close()));
      await server.stop();
    },
  };
}
