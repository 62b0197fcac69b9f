// @ts-check
// A Postgres data folder: made once, with a password and a port that are kept
// beside it.
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { step } from '../setup/print.mjs';
import { run } from '../setup/run.mjs';

export const USER = 'manyhalls';
export const HOST = '127.0.0.1';
export const DATABASE = 'manyhalls';

/**
 * @param {string} folder
 * @param {string} initdb
 * @param {import('./account.mjs').Account | undefined} account
 * @param {boolean} durable
 * @returns {Promise<{ cluster: string, password: string }>}
 */
export async function ensureCluster(folder, initdb, account, durable) {
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  if (!existsSync(cluster) || !existsSync(passwordFile)) {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('attempt-')) rmSync(join(folder, name), { recursive: true, force: true });
    }
    const attempt = join(folder, `attempt-${randomUUID()}`);
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    await step('Creating the database', () => create(initdb, attempt, passwordFile, account, durable));
    rmSync(cluster, { recursive: true, force: true });
    renameSync(attempt, cluster);
  }
  return { cluster, password: readFileSync(passwordFile, 'utf8').trim() };
}

/**
 * @param {string} initdb
 * @param {string} pgdata
 * @param {string} passwordFile
 * @param {import('./account.mjs').Account | undefined} account
 * @param {boolean} durable
 */
async function create(initdb, pgdata, passwordFile, account, durable) {
  // The built-in locale sorts the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const speed = durable ? [] : ['--no-sync'];
  await run(initdb, ['-D', pgdata, ...access, ...locale, ...speed], { cwd: '/', ...account });
}

/**
 * The port of last time if it is free, otherwise another one, remembered.
 *
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function choosePort(folder) {
  const note = join(folder, 'port');
  const last = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  const port = (last > 0 && (await freePort(last))) || (await freePort(0)) || 0;
  writeFileSync(note, String(port));
  return port;
}

/**
 * @param {number} wanted 0: any
 * @returns {Promise<number | undefined>}
 */
function freePort(wanted) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(undefined));
    server.listen(wanted, HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(port));
    });
  });
}
