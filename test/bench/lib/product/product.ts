import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeLoadDto, NodeStatusDto } from '@manyhalls/contracts';
import { freshDatabase } from '../../../factories/database';
import { ask } from '../../../factories/http';
import { redeem, secretIn, type Person } from '../../../factories/people';
import { freePorts } from '../../../factories/ports';
import { childrenNamed, ROOT, Running } from '../processes';
import type { Bench } from '../report';

/** The product as it is delivered: the built event-server in a process of its own, on a real, durable Postgres. */
export class Product {
  private constructor(
    readonly url: string,
    readonly organiser: Person,
    readonly databaseUrl: string,
    private readonly dataFolder: string,
    private readonly running: Running,
  ) {}

  /** @param nodes names of the node engines in the server's process; none for a bench without media */
  static async start({ defer, say }: Bench, nodes: readonly string[]): Promise<Product> {
    say(`starting the product with ${nodes.length} media node(s)`);
    const [port, mediaPort, pipePort] = (await freePorts(3)) as [number, number, number];
    const url = `http://localhost:${port}`;
    const folder = await mkdtemp(join(tmpdir(), 'manyhalls-bench-'));
    defer(() => rm(folder, { recursive: true, force: true }));
    const databaseUrl = await startDatabase(defer);
    const running = Running.start(
      {
        file: join(ROOT, 'dist/apps/event-server/apps/event-server/src/main.js'),
        env: {
          DATABASE_URL: databaseUrl,
          PORT: String(port),
          HOST: '127.0.0.1',
          PUBLIC_URL: url,
          DATA_DIR: folder,
          MEDIA_NODES: nodes.join() || 'remote',
          MEDIA_LISTEN_IP: '127.0.0.1',
          MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1',
          MEDIA_PORT_BASE: String(mediaPort),
          MEDIA_PIPE_PORTS: `${pipePort}-${pipePort + 99}`,
          MEDIA_WORKERS_PER_NODE: '1',
          DEMO: 'off',
          DEMO_HALLS: 'off',
        },
      },
      defer,
    );
    const link = await running.until(() => /first organiser: (\S+)/.exec(running.printed)?.[1]);
    return new Product(url, await redeem({ url }, secretIn(link)), databaseUrl, folder, running);
  }

  /** The event-server with its node engines; its media workers are processes of their own. */
  get pid(): number {
    return this.running.pid;
  }

  /** Of the event-server's process. */
  heldBytes(): Promise<number> {
    return this.running.heldBytes();
  }

  get workerPids(): number[] {
    return childrenNamed(this.pid, 'mediasoup');
  }

  /** Of greetings that are processed or played. */
  get ffmpegPids(): number[] {
    return childrenNamed(this.pid, 'sh').flatMap((shell) => childrenNamed(shell, 'ffmpeg'));
  }

  /** Where what is played is kept. */
  mediaFile(sha256: string): string {
    return join(this.dataFolder, 'files', sha256);
  }

  async loads(): Promise<NodeLoadDto[]> {
    const { ticket } = this.organiser;
    const nodes = await ask<NodeStatusDto[]>(this, 'GET', 'nodes', { ticket });
    return nodes.map(({ nodeId, load }) => {
      if (!load) throw new Error(`node ${nodeId} does not answer`);
      return load;
    });
  }
}

interface PostgresScript {
  startPostgres(options: { name: string; durable: boolean }): Promise<{ url: string; stop(): Promise<void> }>;
}

/** An empty database on a Postgres of this bench's own. It is as careful as in production: what a join writes is on disk before it is acknowledged. */
async function startDatabase(defer: Bench['defer']): Promise<string> {
  process.env.TEST_POSTGRES_URL ??= await startPostgresServer(defer);
  const database = await freshDatabase();
  defer(() => database.drop());
  return database.url;
}

/** @returns its address, where {@link freshDatabase} makes databases */
export async function startPostgresServer(defer: Bench['defer']): Promise<string> {
  const { startPostgres }: PostgresScript = await import(join(ROOT, 'scripts/postgres/index.mjs'));
  const postgres = await startPostgres({ name: 'bench-postgres', durable: true });
  defer(() => postgres.stop());
  return postgres.url;
}
