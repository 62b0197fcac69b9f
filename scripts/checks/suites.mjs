// @ts-check
// What `npm test` consists of, in its order: checks of the text first, as they
// are quick, then the Jest projects of jest.config.cjs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';

/** @param {string[]} parts */
const tool = (...parts) => join(ROOT, 'node_modules', ...parts);
const TSC = tool('typescript', 'bin', 'tsc');
const JEST = tool('jest', 'bin', 'jest.js');
/** For what waits longer than it works: for Postgres, ffmpeg, nodes that dial in, or a page. */
const SIDE_BY_SIDE = ['--maxWorkers=100%'];

/**
 * @typedef {object} Suite
 * @property {string} name as in `npm test -- NAME`
 * @property {string} title
 * @property {string[]} command for Node
 * @property {boolean} jest whether it counts tests; a check counts as one
 * @property {boolean} [built] whether it runs what is in dist/
 * @property {boolean} [browser] whether it needs Chromium
 */

/** @returns {Suite[]} */
export function suites() {
  return [
    check('format', 'format', [tool('prettier', 'bin', 'prettier.cjs'), '--check', '.']),
    check('lint', 'lint', [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']),
    ...['.', 'apps/web-client', 'scripts']
      .filter((project) => existsSync(join(ROOT, project, 'tsconfig.json')))
      .map((project) =>
        check('types', `types of ${project === '.' ? 'server, libs and tests' : project}`, [
          TSC,
          '--noEmit',
          '-p',
          project,
        ]),
      ),
    check('directions', 'dependency directions', [
      tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs'],
    ]),
    jest('unit'),
    { ...jest('medium', SIDE_BY_SIDE), built: true },
    { ...jest('contracts', SIDE_BY_SIDE), built: true },
    { ...jest('pages', SIDE_BY_SIDE), built: true, browser: true },
    // Where there are media, suites would take each other's processors: they arrive late, and nothing is gained.
    { ...jest('cascade', ['--runInBand']), built: true },
    { ...jest('browser', ['--runInBand']), built: true, browser: true },
  ];
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string[]} command
 * @returns {Suite}
 */
function check(name, title, command) {
  return { name, title, command, jest: false };
}

/**
 * @param {string} name
 * @param {string[]} [flags]
 * @returns {Suite}
 */
function jest(name, flags = []) {
  const reporter = join(ROOT, 'scripts', 'checks', 'calm-reporter.cjs');
  const command = [JEST, '--selectProjects', name, '--reporters', reporter, ...flags];
  return { name, title: `${name} tests`, command, jest: true };
}
