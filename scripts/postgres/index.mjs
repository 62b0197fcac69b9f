// @ts-check
// The embedded Postgres, for `npm start` and for the tests:
//
//   const { url, stop } = await startPostgres({ name: 'postgres', durable: true });
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { lockHolder, tryLock } from '../setup/lock.mjs';
import { Problem } from '../setup/problem.mjs';
import { postgresAccount } from './account.mjs';
import { choosePort, DATABASE, ensureCluster, HOST, USER } from './cluster.mjs';
import { clearLeftover } from './leftover.mjs';
import { dataFolder, programs } from './places.mjs';

const READY_WITHIN_MS = 60_000;
const UNSAFE_BUT_FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * @typedef {object} Postgres
 * @property {string} url of an (at first empty) database; the account may create others
 * @property {() => Promise<void>} stop
 * @property {Promise<void>} stopped resolves when it has ended, whyever
 * @property {() => Promise<void>} startAgain after it has ended by itself: the same data at the same address
 */

/**
 * @param {object} options
 * @param {string} options.name of the data folder in .data/
 * @param {boolean} options.durable false for tests: faster, and lost when the machine loses power
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ name, durable }) {
  const account = await postgresAccount();
  const program = programs(account);
  const { folder, release } = await ownFolder(name, account, durable);
  try {
    const { cluster, password } = await ensureCluster(folder, program('initdb'), account, durable);
    await clearLeftover(cluster);
    const port = await choosePort(folder);
    const settings = ['-p', String(port), '-h', HOST, '-k', '', '-c', 'max_connections=200'];
    const command = [program('postgres'), '-D', cluster, ...settings, ...(durable ? [] : UNSAFE_BUT_FAST)];
    const start = async () => {
      const running = await keep(command, folder, account, durable ? 15_000 : 0);
      await untilReady({ host: HOST, port, user: USER, password }, running, folder);
      return running;
    };
    let running = await start();
    return {
      url: `postgres://${USER}:${password}@${HOST}:${port}/${DATABASE}`,
      get stopped() {
        return running.stopped;
      },
      stop: async () => {
        await running.stop();
        release();
      },
      startAgain: async () => {
        running = await start();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * A data folder that nobody else is using. Tests that run side by side get one each.
 *
 * @param {string} name
 * @param {import('./account.mjs').Account | undefined} account
 * @param {boolean} durable
 */
async function ownFolder(name, account, durable) {
  for (let turn = 1; turn <= (durable ? 1 : 16); turn += 1) {
    const folder = dataFolder(turn === 1 ? name : `${name}-${turn}`, account);
    const release = await tryLock(`postgres ${folder}`);
    if (release) return { folder, release };
  }
  const holder = await lockHolder(`postgres ${dataFolder(name, account)}`);
  throw new Problem(`The database of this checkout is in use already, by process ${holder ?? 'unknown'}.`);
}

/**
 * @param {string[]} command
 * @param {string} folder
 * @param {import('./account.mjs').Account | undefined} account
 * @param {number} graceMs
 */
async function keep(command, folder, account, graceMs) {
  const log = join(folder, 'postgres.log');
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const out = openSync(log, 'a', 0o600);
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('keeper.mjs', import.meta.url)), String(graceMs), ...command],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', out, out],
      env: {
        ...process.env,
        ...(account && { MANYHALLS_UID: `${account.uid}`, MANYHALLS_GID: `${account.gid}` }),
      },
    },
  );
  closeSync(out);
  const { stdin } = keeper;
  stdin?.on('error', () => {}); // It may have ended just now.
  let ended = false;
  const stopped = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      const end = () => {
        ended = true;
        resolve();
      };
      keeper.on('exit', end);
      keeper.on('error', end);
    })
  );
  const stop = async () => {
    if (!ended) stdin?.end('stop\n');
    await stopped;
  };
  return { stop, stopped, hasEnded: () => ended };
}

/**
 * @param {import('pg').ClientConfig} server
 * @param {{ hasEnded: () => boolean, stop: () => Promise<void> }} running
 * @param {string} folder
 */
async function untilReady(server, running, folder) {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ ...server, database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      return;
    } catch (error) {
      if (!running.hasEnded() && Date.now() < end) {
        await sleep(50);
        continue;
      }
      await running.stop();
      const reason = error instanceof Error ? error.message : String(error);
      const log = readFileSync(join(folder, 'postgres.log'), 'utf8').trimEnd().split('\n').slice(-12);
      throw new Problem(
        ['Postgres does not start.', ...log.map((line) => `  ${line}`), `  ${reason}`].join('\n'),
      );
    } finally {
      await client.end().catch(() => {});
    }
  }
}
