import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenNamed } from '../bench/lib/processes';
import { freshDatabase, type FreshDatabase } from './database';

interface Postgres {
  url: string;
  stop(): Promise<void>;
  stopped: Promise<void>;
  startAgain(): Promise<void>;
}
interface PostgresScript {
  startPostgres(options: { name: string; durable: boolean }): Promise<Postgres>;
}

/** How Postgres is told to end: https://www.postgresql.org/docs/current/server-shutdown.html */
const endings = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
export type Ending = keyof typeof endings;

/** A Postgres of this test's own, which may be away or hang without disturbing the other tests. */
export class OwnPostgres {
  private constructor(
    private readonly postgres: Postgres,
    readonly database: FreshDatabase,
    private readonly folder: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const script: PostgresScript = await import(join(process.cwd(), 'scripts/postgres/index.mjs'));
    const postgres = await script.startPostgres({ name: 'test-faults', durable: false });
    const database = await freshDatabase(postgres.url);
    // Tests' Postgres may forget its last moments when it is killed; one that is asked what it has kept must not.
    const name = new URL(database.url).pathname.slice(1);
    await database.query(`ALTER DATABASE ${name} SET synchronous_commit = on`);
    const [row] = await database.query('SHOW data_directory');
    return new OwnPostgres(postgres, database, String(row?.data_directory));
  }

  /** Resolves when it has ended. */
  async leave(how: Ending): Promise<void> {
    process.kill(this.pid, endings[how]);
    await this.postgres.stopped;
  }

  /** Resolves when it takes connections, with the same data at the same address. */
  comeBack(): Promise<void> {
    return this.postgres.startAgain();
  }

  /** It keeps every connection and takes new ones, and answers nobody. */
  hang(): void {
    process.kill(this.pid, 'SIGSTOP');
    for (const backend of this.backends) process.kill(backend, 'SIGSTOP');
  }

  goOn(): void {
    for (const backend of this.backends) process.kill(backend, 'SIGCONT');
    process.kill(this.pid, 'SIGCONT');
  }

  async end(): Promise<void> {
    await this.postgres.stop();
  }

  private get pid(): number {
    return Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private get backends(): number[] {
    return childrenNamed(this.pid, 'postgres');
  }
}
