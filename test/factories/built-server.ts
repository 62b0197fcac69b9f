import { spawn, type ChildProcess } from 'node:child_process';
import type { FreshDatabase } from './database';

/** The server as it is delivered, without media, in a process of its own that a test can kill. */
export function builtServer(database: FreshDatabase, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['dist/apps/event-server/apps/event-server/src/main.js'], {
    stdio: 'ignore',
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
