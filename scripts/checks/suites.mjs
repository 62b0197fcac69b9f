// @ts-check
// What `npm test` consists of, in its order: checks of the text first, as they
// are quick, then the Jest projects of jest.config.cjs.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';

/** @param {string[]} parts */
const tool = (...parts) => join(ROOT, 'node_modules', ...parts);
const TSC = tool('typescript', 'bin', 'tsc');
const JEST = tool('jest', 'bin', 'jest.js');
/** So many suites look for ports in places of their own: test/factories/ports.ts. */
const MOST = 8;
/** @param {number} eachProcessor @returns {string[]} */
const sideBySide = (eachProcessor) => [
  `--maxWorkers=${Math.min(MOST, eachProcessor * availableParallelism())}`,
];
/** What waits as long as it works: for Postgres, for ffmpeg, for nodes that dial in. */
const WAITING = sideBySide(2);
/** What has pages drawn and media coded. */
const WORKING = sideBySide(1);

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
    { ...jest('medium', WAITING), built: true },
    { ...jest('contracts', WAITING), built: true },
    { ...jest('cascade', WAITING), built: true },
    { ...jest('browser', WORKING), built: true, browser: true },
    // Cameras and greetings that arrive in time: two such suites would take each other's processors.
    { ...jest('alone', ['--runInBand']), built: true, browser: true },
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
