import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { FreshDatabase } from './database';

/** What was built, as it is delivered, without media, in a process of its own that a test can kill. */
export function builtServer(
  database: FreshDatabase,
  environment: Record<string, string>,
  { program = 'main', stdio = 'ignore' as StdioOptions } = {},
): ChildProcess {
  return spawn(process.execPath, [`dist/apps/event-server/apps/event-server/src/${program}.js`], {
    stdio,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: '0',
      MEDIA_NODES: 'remote',
      ...environment,
    },
  });
}
