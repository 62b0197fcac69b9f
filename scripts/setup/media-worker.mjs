// @ts-check
// The media worker: mediasoup's C++ part. In this order: the one that is named by
// MEDIASOUP_WORKER_BIN, the one in the user's cache, the official binary, one
// built here. Nothing enters the cache unproven or half done.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './lock.mjs';
import { buildWorker, ensureBuildTools } from './media-worker/build.mjs';
import { recipeHash } from './media-worker/recipe.mjs';
import { environmentFor } from './node-runtime.mjs';
import { CACHE, PLATFORM, ROOT } from './paths.mjs';
import { say, step } from './print.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const MEDIASOUP = join(ROOT, 'node_modules', 'mediasoup');
const SHELF = join(CACHE, 'media-worker');
const BINARY = process.platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker';

/**
 * @param {string} node the Node to prove the worker with
 * @returns {Promise<string>} the binary's path
 */
export async function mediaWorker(node) {
  const named = process.env.MEDIASOUP_WORKER_BIN;
  if (named) {
    if (starts(named)) return named;
    throw new Problem(`MEDIASOUP_WORKER_BIN is ${named}, which is not a media worker that starts here.`);
  }
  const { version } = JSON.parse(readFileSync(join(MEDIASOUP, 'package.json'), 'utf8'));
  const name = `${version}-${PLATFORM}-${recipeHash()}`;
  const binary = join(SHELF, name, BINARY);
  // A system upgrade can take away a library that a cached worker needs.
  if (starts(binary)) return binary;
  return alone(`media worker ${SHELF}`, 'is preparing the media worker', async () => {
    if (starts(binary)) return binary;
    await make(name, node);
    return binary;
  });
}

/** Without mediasoup's environment a good worker says so with exit code 41. */
function starts(/** @type {string} */ binary) {
  return existsSync(binary) && spawnSync(binary, { env: {}, stdio: 'ignore', timeout: 10_000 }).status === 41;
}

/**
 * @param {string} name of the finished folder
 * @param {string} node
 */
async function make(name, node) {
  mkdirSync(SHELF, { recursive: true });
  // We hold the lock, so what lies here is from attempts that were killed.
  for (const entry of readdirSync(SHELF)) {
    if (entry.startsWith('attempt-')) rmSync(join(SHELF, entry), { recursive: true, force: true });
  }
  const attempt = join(SHELF, `attempt-${randomUUID()}`);
  const finished = join(attempt, 'finished');
  try {
    mkdirSync(finished, { recursive: true });
    if (!(await download(attempt, finished, node))) await build(attempt, finished, node);
    rmSync(join(SHELF, name), { recursive: true, force: true });
    renameSync(finished, join(SHELF, name));
  } finally {
    rmSync(attempt, { recursive: true, force: true });
  }
}

/**
 * @param {string} attempt
 * @param {string} finished
 * @param {string} node
 * @returns {Promise<boolean>} whether a proven worker came
 */
async function download(attempt, finished, node) {
  const archive = join(attempt, 'worker.tgz');
  const script = fileURLToPath(new URL('media-worker/download.mjs', import.meta.url));
  const env = environmentFor(node, { NODE_USE_ENV_PROXY: '1' });
  try {
    await run(node, [script, MEDIASOUP, archive], { env });
    await run('tar', ['-xzf', archive, '-C', finished]);
    await prove(join(finished, BINARY), node);
    writeFileSync(join(finished, 'origin.txt'), 'the official binary\n');
    say('Fetched the official media worker.');
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').at(-1)?.trim() : String(error);
    say(`The official media worker is not to be had here (${reason}).`);
    for (const entry of readdirSync(finished))
      rmSync(join(finished, entry), { recursive: true, force: true });
    return false;
  }
}

/**
 * @param {string} attempt
 * @param {string} finished
 * @param {string} node
 */
async function build(attempt, finished, node) {
  await ensureBuildTools();
  await step('Building the media worker from source (about 3 minutes on 2 cores, once)', async (progress) => {
    const built = await buildWorker(MEDIASOUP, join(attempt, 'sources'), progress);
    renameSync(built, join(finished, BINARY));
  });
  await prove(join(finished, BINARY), node);
  writeFileSync(join(finished, 'origin.txt'), 'built from source\n');
}

/**
 * @param {string} binary
 * @param {string} node
 */
async function prove(binary, node) {
  chmodSync(binary, 0o755);
  if (!starts(binary)) throw new Problem('This media worker does not start on this system.');
  const script = fileURLToPath(new URL('media-worker/proof.mjs', import.meta.url));
  await step('Proving the media worker with a real DTLS handshake', () =>
    run(node, [script, binary], { env: environmentFor(node) }),
  );
}
