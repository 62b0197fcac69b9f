// @ts-check
// All that a command needs before it can begin. Every step is quick when it has
// nothing to do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { ffmpegTools } from './ffmpeg.mjs';
import { mediaWorker } from './media-worker.mjs';
import { environmentFor, nodeRuntime } from './node-runtime.mjs';
import { installPackages } from './packages.mjs';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Wanted
 * @property {('event-server' | 'media-node' | 'web-client')[]} products to build
 * @property {boolean} [browser] whether Chromium is needed
 */

/**
 * @param {Wanted} wanted
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node and the environment to go on with
 */
export async function setUp({ products, browser = false }) {
  readSettings();
  await installPackages();
  const node = await nodeRuntime();
  // The slow step comes last, so that what is missing is asked for before the wait.
  const chromium = browser ? await testBrowser() : undefined;
  const { ffmpeg, ffprobe } = await ffmpegTools();
  const worker = await mediaWorker(node);
  await build(node, products);
  const env = environmentFor(node, {
    MEDIASOUP_WORKER_BIN: worker,
    FFMPEG_BIN: ffmpeg,
    ...(ffprobe && { FFPROBE_BIN: ffprobe }),
    ...(chromium && { CHROMIUM_BIN: chromium }),
  });
  return { node, env };
}

/** The settings in .env also count for the set-up; the environment goes first. */
function readSettings() {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
