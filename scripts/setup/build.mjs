// @ts-check
// Builds what has changed since it was built last: server, media node, pages.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { environmentFor } from './node-runtime.mjs';
import { ROOT } from './paths.mjs';
import { step } from './print.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const STAMPS = join(ROOT, 'dist', '.built');
const NEST = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const COMMON = ['libs', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** @typedef {{ name: string, title: string, sources: string[], result: string, command: string[], cwd: string }} Product */

/** @type {Record<'event-server' | 'media-node' | 'web-client', Product>} */
const PRODUCTS = {
  'event-server': {
    name: 'event-server',
    title: 'the event server',
    sources: ['apps/event-server', ...COMMON],
    result: 'dist/apps/event-server/apps/event-server/src/main.js',
    command: [NEST, 'build', 'event-server'],
    cwd: ROOT,
  },
  'media-node': {
    name: 'media-node',
    title: 'the media node',
    sources: ['apps/media-node', ...COMMON],
    result: 'dist/apps/media-node/apps/media-node/src/main.js',
    command: [NEST, 'build', 'media-node'],
    cwd: ROOT,
  },
  'web-client': {
    name: 'web-client',
    title: 'the pages',
    sources: ['apps/web-client', ...COMMON],
    result: 'dist/apps/web-client/index.html',
    command: [VITE, 'build'],
    cwd: join(ROOT, 'apps', 'web-client'),
  },
};

/** @param {keyof typeof PRODUCTS} name */
export const builtFile = (name) => join(ROOT, PRODUCTS[name].result);

/**
 * @param {string} node
 * @param {(keyof typeof PRODUCTS)[]} names
 */
export async function build(node, names) {
  if (names.every((name) => isCurrent(PRODUCTS[name]))) return;
  await alone(`build ${ROOT}`, 'is building', async () => {
    const stale = names.map((name) => PRODUCTS[name]).filter((product) => !isCurrent(product));
    if (stale.length === 0) return;
    const titles = stale.map((product) => product.title).join(', ');
    await step(`Building ${titles}`, async (progress) => {
      let done = 0;
      await Promise.all(
        stale.map(async (product) => {
          await buildOne(product, node);
          done += 1;
          progress(`${done} of ${stale.length}`);
        }),
      );
    });
  });
}

/** @param {Product} product @param {string} node */
async function buildOne(product, node) {
  const stamp = join(STAMPS, product.name);
  // Taken before the build: an edit made during it is built the next time.
  const sources = sourcesHash(product);
  rmSync(stamp, { force: true });
  await run(node, product.command, { cwd: product.cwd, env: environmentFor(node, { NO_COLOR: '1' }) });
  if (!existsSync(join(ROOT, product.result))) throw new Problem(`The build left no ${product.result}.`);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, sources);
}

/** @param {Product} product */
function isCurrent(product) {
  const stamp = join(STAMPS, product.name);
  if (!existsSync(stamp) || !existsSync(join(ROOT, product.result))) return false;
  return readFileSync(stamp, 'utf8') === sourcesHash(product);
}

/** By content, so that switching branches there and back does not count. */
function sourcesHash(/** @type {Product} */ product) {
  const hash = createHash('sha256');
  for (const source of product.sources) {
    const path = join(ROOT, source);
    if (!existsSync(path)) continue;
    for (const file of statSync(path).isDirectory() ? filesBelow(path) : [path]) {
      hash.update(file.slice(ROOT.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
