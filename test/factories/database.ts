import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface FreshDatabase {
  url: string;
  /** Asks Postgres something directly, past the server under test. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** An empty database of its own: on the Postgres of this Jest run, or on the one at `adminUrl`. */
export async function freshDatabase(adminUrl = process.env.TEST_POSTGRES_URL): Promise<FreshDatabase> {
  if (!adminUrl) throw new Error('test/postgres/start.cjs has not run: see jest.config.cjs');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await once(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: (sql, values) => once(url.href, sql, values),
    drop: async () => {
      await once(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function once(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
