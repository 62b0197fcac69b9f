import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { startServer, type TestServer } from '../../factories/server';
import { together } from './together';

/**
 * The whole product on a port of its own: server, Postgres, and the built pages under their real policy.
 * @param environment settings beside those, such as MEDIA_NODES
 */
export function startProduct(environment: Record<string, string> = {}): Promise<TestServer> {
  return together(start(environment), (server) => server.stop());
}

async function start(environment: Record<string, string>): Promise<TestServer> {
  if (!existsSync(resolve('dist/apps/web-client/index.html')))
    throw new Error('the pages are not built: npx vite build apps/web-client');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Links are made from the public address, so it has to be known before the server listens.
  return startServer({ PORT: String(port), PUBLIC_URL: url, ...environment });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
