// @ts-check
// Fetches the official worker binary: node download.mjs <mediasoup folder> <archive>
//
// The same file as mediasoup's own install script would fetch, but with a limit on
// the time it may take. A process of its own, so that NODE_USE_ENV_PROXY counts.
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';

const ANSWER_WITHIN_MS = 8_000;
const ARRIVE_WITHIN_MS = 90_000;

/** @param {string} mediasoup */
function addressOf(mediasoup) {
  const { version, repository } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  const base = process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || `${home}/releases/download`;
  const kernel = platform() === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  return `${base}/${version}/mediasoup-worker-${version}-${platform()}-${arch()}${kernel}.tgz`;
}

/**
 * @param {string} mediasoup
 * @param {string} archive
 */
async function download(mediasoup, archive) {
  const noAnswer = setTimeout(() => giveUp(new Error('no answer')), ANSWER_WITHIN_MS);
  const response = await fetch(addressOf(mediasoup), { signal: AbortSignal.timeout(ARRIVE_WITHIN_MS) });
  clearTimeout(noAnswer);
  if (!response.ok) throw new Error(`the answer was ${response.status}`);
  writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
}

/** @param {Error & { cause?: any }} error */
function giveUp(error) {
  console.error(error.cause?.message ?? error.message);
  process.exit(1);
}

download(process.argv[2], process.argv[3]).catch(giveUp);
