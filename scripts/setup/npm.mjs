// @ts-check
// The npm that belongs to this run, and single packages fetched with it.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { CACHE } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export function npm(args, options) {
  // Under `npm start` the path of npm itself is known; it need not be on PATH.
  const self = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return self && /\.c?js$/.test(self)
    ? run(process.execPath, [self, ...args, ...quiet], options)
    : run('npm', [...args, ...quiet], options);
}

/** @param {string} name @param {string} version */
function homeOf(name, version) {
  return join(CACHE, 'packages', `${name.replace('/', '+')}@${version}`);
}

/**
 * The folder of a package that is in the cache already.
 *
 * @param {string} name
 * @param {string} version
 */
export function cachedPackage(name, version) {
  const folder = join(homeOf(name, version), 'node_modules', name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Brings one package, without running any of its scripts, into the user's cache.
 *
 * @param {string} name
 * @param {string} version
 * @returns {Promise<string>} its folder
 */
export async function fetchPackage(name, version) {
  return alone(`package ${homeOf(name, version)}`, `is fetching ${name}`, async () => {
    const present = cachedPackage(name, version);
    if (present) return present;
    const home = homeOf(name, version);
    const attempt = `${home}.${randomUUID()}`;
    mkdirSync(attempt, { recursive: true });
    try {
      writeFileSync(join(attempt, 'package.json'), '{ "private": true }\n');
      await npm(['install', '--ignore-scripts', '--prefix', attempt, `${name}@${version}`], { cwd: attempt });
      renameSync(attempt, home);
    } finally {
      rmSync(attempt, { recursive: true, force: true });
    }
    return join(home, 'node_modules', name);
  });
}
