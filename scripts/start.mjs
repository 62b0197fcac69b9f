// @ts-check
// npm start: everything from a fresh clone to a running event.
import { builtFile } from './setup/build.mjs';
import { startChild } from './setup/child.mjs';
import { setUp } from './setup/index.mjs';
import { alone, lockHolder, tryLock } from './setup/lock.mjs';
import { endLeftovers, mark } from './setup/leftovers.mjs';
import { watchNpm } from './setup/npm-gone.mjs';
import { ROOT } from './setup/paths.mjs';
import { say } from './setup/print.mjs';
import { giveUp, Problem } from './setup/problem.mjs';
import { whenStopped } from './setup/stop.mjs';

const ROLE = 'event-server';

async function start() {
  await claimCheckout();
  const { node, env } = await setUp({ products: ['event-server', 'web-client'] });
  // Left by a start that was killed; it notices and is about to end.
  await alone(`${ROLE} ${ROOT}`, 'is the server of an earlier run and is stopping', async () =>
    endLeftovers(ROLE),
  );
  const database = process.env.DATABASE_URL ? undefined : await startDatabase();
  const server = startChild(node, builtFile('event-server'), process.argv.slice(2), {
    // A newcomer finds an event to look at; `DEMO=off` starts with nothing.
    DEMO: 'on',
    ...env,
    ...mark(ROLE),
    DATABASE_URL: process.env.DATABASE_URL || database?.url,
  });

  let stopping = false;
  whenStopped((signal) => {
    if (!stopping) say('\nStopping …');
    stopping = true;
    server.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });
  watchNpm();
  database?.stopped.then(() => {
    if (stopping) return;
    say('The database has ended unexpectedly; stopping.');
    stopping = true;
    server.stop('SIGTERM');
  });

  const code = await server.ended;
  stopping = true;
  // Only now: the server may still have written while it was stopping.
  await database?.stop();
  process.exit(code);
}

async function claimCheckout() {
  const name = `start ${ROOT}`;
  if (await tryLock(name)) return;
  const holder = await lockHolder(name);
  throw new Problem(
    [
      `Manyhalls is already running from this checkout${holder ? ` (process ${holder})` : ''}.`,
      `Stop it with Ctrl-C in its terminal${holder ? ` or by: kill ${holder}` : ''}`,
    ].join('\n'),
  );
}

async function startDatabase() {
  // Only now, as it needs packages that the set-up has installed.
  const { startPostgres } = await import('./postgres/index.mjs');
  return startPostgres({ name: 'postgres', durable: true });
}

start().catch(giveUp);
