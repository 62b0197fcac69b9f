// @ts-check
// Postgres refuses to run as root. For root it runs as an account of its own.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../setup/print.mjs';
import { Problem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';

const NAME = 'manyhalls';

/** @typedef {{ uid: number, gid: number }} Account */

/** @returns {Promise<Account | undefined>} undefined: ourselves */
export async function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp();
  if (present) return present;
  say(`Adding the system account "${NAME}", as Postgres does not run as root.`);
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Problem(
      `${reason}\nPostgres does not run as root and needs an account "${NAME}". Please add it, run as another user, or set DATABASE_URL.`,
    );
  }
  return lookUp();
}

/** @returns {Account | undefined} */
function lookUp() {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NaN;
  });
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

/**
 * Whether that account may pass through all folders above (root's home is closed
 * to others, and a checkout in it is out of reach).
 *
 * @param {string} path
 * @param {Account | undefined} account
 */
export function canReach(path, account) {
  if (!account) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o001) === 0 && uid !== account.uid) return false;
    if (folder === dirname(folder)) return true;
  }
}
