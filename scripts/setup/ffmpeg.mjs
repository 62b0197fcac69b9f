// @ts-check
// ffmpeg makes the demo halls' clips and plays them. In this order: the one that
// FFMPEG_BIN names, the system's, one installed by apt, one from an npm package.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedPackage, fetchPackage } from './npm.mjs';
import { PLATFORM } from './paths.mjs';
import { step, warn } from './print.mjs';
import { Problem } from './problem.mjs';
import { findOnPath, run } from './run.mjs';
import { canInstall, ensureSystemPackages } from './system-packages.mjs';

const PACKAGE = `@ffmpeg-binary/${PLATFORM}`;
const VERSION = '7.0.0';
const ENCODERS = ['libvpx', 'libopus'];

/** @returns {Promise<{ ffmpeg: string, ffprobe: string | undefined }>} */
export async function ffmpegTools() {
  const named = process.env.FFMPEG_BIN;
  if (named) {
    if (await canEncode(named)) return tools(named);
    throw new Problem(`FFMPEG_BIN is ${named}, which is not an ffmpeg with ${ENCODERS.join(' and ')}.`);
  }
  const present = findOnPath('ffmpeg');
  if (present && (await canEncode(present))) return tools(present);
  return tools((await fromApt()) ?? (await fromNpm()));
}

async function fromApt() {
  if (!canInstall()) return undefined;
  const need = { what: 'ffmpeg', packages: ['ffmpeg'], present: () => findOnPath('ffmpeg') !== undefined };
  try {
    await ensureSystemPackages([need], { why: 'show the demo halls' });
  } catch (error) {
    if (error instanceof Error) warn(error.message);
  }
  const installed = findOnPath('ffmpeg');
  return installed && (await canEncode(installed)) ? installed : undefined;
}

async function fromNpm() {
  try {
    const folder =
      cachedPackage(PACKAGE, VERSION) ??
      (await step('Fetching ffmpeg, as this system has none', () => fetchPackage(PACKAGE, VERSION)));
    return join(folder, 'ffmpeg');
  } catch {
    throw new Problem(
      [
        'ffmpeg is missing; it is needed to show the demo halls. Please install it and start again:',
        '  sudo apt-get install --no-install-recommends ffmpeg',
        `Or set FFMPEG_BIN to an ffmpeg with ${ENCODERS.join(' and ')}.`,
      ].join('\n'),
    );
  }
}

/** @param {string} ffmpeg */
async function canEncode(ffmpeg) {
  try {
    const list = await run(ffmpeg, ['-hide_banner', '-encoders']);
    return ENCODERS.every((encoder) => new RegExp(`\\s${encoder}\\s`).test(list));
  } catch {
    return false;
  }
}

/** @param {string} ffmpeg */
function tools(ffmpeg) {
  const beside = join(dirname(ffmpeg), 'ffprobe');
  return { ffmpeg, ffprobe: existsSync(beside) ? beside : findOnPath('ffprobe') };
}
