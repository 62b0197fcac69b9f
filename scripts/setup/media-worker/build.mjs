// @ts-check
// Builds the worker from the sources in the mediasoup package, against the
// system's libraries. mediasoup's own build downloads these; here a small stand-in
// project takes the place of each download (see subprojects/).
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { findOnPath, run } from '../run.mjs';
import { ensureSystemPackages } from '../system-packages.mjs';
import { FOLDER, MESON_ARGS, PATCHES } from './recipe.mjs';

/** @param {string} command */
const onPath = (command) => () => findOnPath(command) !== undefined;

/** @param {string} library as pkg-config knows it */
const known = (library) => async () =>
  findOnPath('pkg-config') !== undefined &&
  run('pkg-config', ['--exists', library]).then(
    () => true,
    () => false,
  );

/** @type {import('../system-packages.mjs').Need[]} */
const NEEDS = [
  { what: 'a C++ compiler', packages: ['g++'], present: onPath('c++') },
  { what: 'pkg-config', packages: ['pkg-config'], present: onPath('pkg-config') },
  { what: 'Meson', packages: ['meson'], present: onPath('meson') },
  { what: 'Ninja', packages: ['ninja-build'], present: onPath('ninja') },
  {
    what: 'FlatBuffers and its compiler',
    packages: ['libflatbuffers-dev', 'flatbuffers-compiler'],
    present: async () => onPath('flatc')() && (await known('flatbuffers')()),
  },
  { what: 'libuv', packages: ['libuv1-dev'], present: known('libuv') },
  { what: 'libsrtp 2', packages: ['libsrtp2-dev'], present: known('libsrtp2') },
  { what: 'Abseil', packages: ['libabsl-dev'], present: known('absl_flat_hash_map') },
  { what: 'OpenSSL', packages: ['libssl-dev'], present: known('openssl') },
];

export async function ensureBuildTools() {
  await ensureSystemPackages(NEEDS, {
    why: 'build the media worker',
    otherwise:
      'Or set MEDIASOUP_WORKER_BIN to a ready mediasoup-worker, or let this machine reach the place that mediasoup offers its binaries at.',
  });
}

/**
 * @param {string} mediasoup the package's folder
 * @param {string} folder an empty one, to build in
 * @param {(detail: string) => void} progress
 * @returns {Promise<string>} the binary
 */
export async function buildWorker(mediasoup, folder, progress) {
  cpSync(join(mediasoup, 'worker'), folder, { recursive: true });
  cpSync(join(FOLDER, 'pch'), join(folder, 'pch'), { recursive: true });
  standIn(join(folder, 'subprojects'));
  for (const { file, from, to } of PATCHES) patch(join(folder, file), from, to);

  await run('meson', ['setup', 'build', ...MESON_ARGS], { cwd: folder });
  await run('ninja', ['-C', 'build', '-j', String(jobs()), 'mediasoup-worker'], {
    cwd: folder,
    onLine: (line) => {
      const [, done, all] = line.match(/^\[(\d+)\/(\d+)\]/) ?? [];
      if (all) progress(`${done} of ${all} files`);
    },
  });
  return join(folder, 'build', 'mediasoup-worker');
}

/** A compiler process takes up to a gigabyte here. */
function jobs() {
  return Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / 2 ** 30)));
}

/**
 * Meson does not download a subproject whose folder is there.
 *
 * @param {string} subprojects
 */
function standIn(subprojects) {
  for (const name of readdirSync(join(FOLDER, 'subprojects'))) {
    const wrap = join(subprojects, `${name}.wrap`);
    const directory = existsSync(wrap) && readFileSync(wrap, 'utf8').match(/^directory = (.+)$/m)?.[1];
    if (!directory)
      throw new Problem(`This mediasoup no longer uses ${name} in the way its stand-in expects.`);
    cpSync(join(FOLDER, 'subprojects', name), join(subprojects, directory), { recursive: true });
  }
}

/**
 * @param {string} file
 * @param {string} from
 * @param {string} to
 */
function patch(file, from, to) {
  const text = readFileSync(file, 'utf8');
  if (text.split(from).length !== 2) throw new Problem(`The patch of ${file} no longer fits this mediasoup.`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
