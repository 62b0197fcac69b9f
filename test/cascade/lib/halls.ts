import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinksService } from '../../../apps/event-server/src/media-plane/links/links.service';
import { InProcessNodes } from '../../../apps/event-server/src/media-plane/in-process/in-process-nodes';
import type { MediaPlane } from '../../../apps/event-server/src/media-plane/media-plane';
import type { MediaSettings } from '../../../apps/event-server/src/media-plane/media-settings';
import { MediaService } from '../../../apps/event-server/src/media-plane/media.service';
import { NodeRegistry } from '../../../apps/event-server/src/media-plane/node-registry';
import { PlacementService } from '../../../apps/event-server/src/media-plane/placement/placement.service';
import { freePorts } from '../../factories/ports';
import { childrenNamed, ROOT, Running } from '../../bench/lib/processes';
import { mediaSettings, NodesServer, nodeSecret } from '../../contracts/planes';

export const halls = ['jinan', 'tokyo', 'osaka'];
const workerName = 'mediasoup-worke';

/** Three media nodes, and the part of an event-server that knows of media. */
export abstract class Halls {
  readonly media: MediaService;

  protected constructor(readonly plane: MediaPlane) {
    this.media = new MediaService(plane, new PlacementService(plane), new LinksService(plane));
  }

  /** The media worker processes of a node. */
  abstract workersOf(nodeId: string): number[];
  abstract stop(): Promise<void>;

  /** Kills a node's media workers as the kernel does when memory runs out. */
  killWorkers(nodeId: string): void {
    for (const pid of this.workersOf(nodeId)) process.kill(pid, 'SIGKILL');
  }
}

/** The default: all nodes inside this process. */
export class InProcessHalls extends Halls {
  private readonly started: { nodeId: string; nodes: InProcessNodes }[] = [];
  /** Workers started by this process are told apart by the order of their ports, hence of their nodes. */
  private readonly workers = new Map<string, number[]>();

  static async start(changes: Partial<MediaSettings> = {}): Promise<InProcessHalls> {
    const registry = new NodeRegistry();
    const running = new InProcessHalls(registry);
    for (const nodeId of halls) {
      const settings = await mediaSettings({ ...changes, inProcessNodes: [nodeId] });
      const nodes = new InProcessNodes(settings, registry);
      running.started.push({ nodeId, nodes });
      const before = childrenNamed(process.pid, workerName);
      await nodes.onModuleInit();
      const after = childrenNamed(process.pid, workerName);
      running.workers.set(
        nodeId,
        after.filter((pid) => !before.includes(pid)),
      );
    }
    return running;
  }

  workersOf(nodeId: string): number[] {
    return this.workers.get(nodeId) ?? [];
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map(({ nodes }) => nodes.onApplicationShutdown()));
  }
}

/** Each node a process of its own, as it is started on a hall's machine. */
export class RemoteHalls extends Halls {
  private readonly processes = new Map<string, Running>();
  private readonly endings: (() => unknown)[] = [];
  private readonly ports = new Map<string, [base: number, pipes: number]>();

  private constructor(
    readonly server: NodesServer,
    /** Where the nodes keep what they fetched. */
    readonly dataFolder: string,
  ) {
    super(server.plane);
    this.endings.push(() => rm(dataFolder, { recursive: true }));
  }

  static async start(): Promise<RemoteHalls> {
    const dataFolder = await mkdtemp(join(tmpdir(), 'manyhalls-nodes-'));
    const running = new RemoteHalls(await NodesServer.start(), dataFolder);
    const ports = await freePorts(halls.length * 2);
    halls.forEach((nodeId, index) =>
      running.ports.set(nodeId, [ports[index * 2] as number, ports[index * 2 + 1] as number]),
    );
    await Promise.all(halls.map((nodeId) => running.startNode(nodeId)));
    return running;
  }

  /** Starts the node's process, for the first time or again. */
  async startNode(nodeId: string): Promise<void> {
    const [portBase, pipePort] = this.ports.get(nodeId) as [number, number];
    const args = [
      ...['--venue', nodeId, '--server', this.server.url, '--announced', '127.0.0.1'],
      // A name, as in a private network of containers.
      ...['--pipe-address', 'localhost'],
      ...['--port-base', `${portBase}`, '--pipe-ports', `${pipePort}-${pipePort + 90}`],
    ];
    const file = join(ROOT, 'dist/apps/media-node/apps/media-node/src/main.js');
    const env = {
      NODE_SECRET: nodeSecret,
      MEDIA_LISTEN_IP: '127.0.0.1',
      DATA_DIR: join(this.dataFolder, nodeId),
    };
    const running = Running.start({ file, args, env }, (ending) => this.endings.push(ending));
    this.processes.set(nodeId, running);
    await running.until(() => (/127.0.0.1:\d+: connected/.test(running.printed) ? true : undefined));
    await this.server.connected(nodeId);
  }

  workersOf(nodeId: string): number[] {
    return childrenNamed(this.processOf(nodeId).pid, workerName);
  }

  /** Kills the whole node, as a power cut does. */
  killNode(nodeId: string): void {
    process.kill(this.processOf(nodeId).pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    for (const ending of this.endings.toReversed()) await ending();
    await this.server.stop();
  }

  private processOf(nodeId: string): Running {
    return this.processes.get(nodeId) as Running;
  }
}
