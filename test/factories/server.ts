import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../apps/event-server/src/app';
import { readConfig } from '../../apps/event-server/src/config/read-config';
import { QuietStartLogger } from '../../apps/event-server/src/quiet-start-logger';
import { freshDatabase, type FreshDatabase } from './database';

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  app: NestExpressApplication;
  database: FreshDatabase;
  /** A service of the running server. */
  get<Service>(type: Type<Service>): Service;
  /** Ends the server; the database goes too, unless it was given. */
  stop(): Promise<void>;
}

/**
 * The event-server as it runs in production, on a real Postgres and a port of its own. It has no media node unless
 * `environment` names some.
 * @param database give another server's to have two servers of one installation
 */
export async function startServer(
  environment: Record<string, string> = {},
  database?: FreshDatabase,
): Promise<TestServer> {
  const own = database ?? (await freshDatabase());
  const config = readConfig({
    DATABASE_URL: own.url,
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
    MEDIA_NODES: 'remote',
    ...environment,
  });
  const app = await createApp(config, new QuietStartLogger({ logLevels: ['error', 'fatal'] }));
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    // Half started is started: what it listens to would outlive the test.
    await app.close();
    throw error;
  }
  const server: Server = app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  return {
    url: `${config.tlsCertFile ? 'https' : 'http'}://127.0.0.1:${port}`,
    app,
    database: own,
    get: (type) => app.get(type, { strict: false }),
    stop: async () => {
      await app.close();
      if (!database) await own.drop();
    },
  };
}
