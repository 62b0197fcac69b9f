// @ts-check
// The embedded Postgres that another command has running.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder } from '../setup/lock.mjs';
import { postgresAccount } from './account.mjs';
import { DATABASE, HOST, USER } from './cluster.mjs';
import { dataFolder } from './places.mjs';

/**
 * @param {string} name of the data folder in .data/
 * @returns {Promise<string | undefined>} the URL of its database, if it runs
 */
export async function runningPostgres(name) {
  const folder = dataFolder(name, await postgresAccount());
  if (!(await lockHolder(`postgres ${folder}`))) return undefined;
  const note = (/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8').trim();
  return `postgres://${USER}:${note('password')}@${HOST}:${note('port')}/${DATABASE}`;
}
