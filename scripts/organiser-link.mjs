// @ts-check
// npm run organiser-link: one more link for an organiser of the whole installation,
// whether the server is running or not. With `-- --only`, all others are revoked.
import { join } from 'node:path';
import { builtFile } from './setup/build.mjs';
import { startChild } from './setup/child.mjs';
import { setUp } from './setup/index.mjs';
import { giveUp } from './setup/problem.mjs';
import { whenStopped } from './setup/stop.mjs';

const script = join(builtFile('event-server'), '..', 'organiser-link.js');

async function organiserLink() {
  const { node, env } = await setUp({ products: ['event-server'] });
  const { url, stop } = await database();
  const child = startChild(node, script, process.argv.slice(2), { ...env, DATABASE_URL: url });
  whenStopped((signal) => child.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  const code = await child.ended;
  await stop();
  process.exit(code);
}

async function database() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const { runningPostgres } = await import('./postgres/running.mjs');
  const running = await runningPostgres('postgres');
  if (running) return { url: running, stop: async () => {} };
  const { startPostgres } = await import('./postgres/index.mjs');
  return startPostgres({ name: 'postgres', durable: true });
}

organiserLink().catch(giveUp);
