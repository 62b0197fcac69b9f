// @ts-check
// Runs one suite and counts its outcome.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { say } from '../setup/print.mjs';

const LIMIT_MS = 30 * 60_000;
const EXITS_WITHIN_MS = 20_000;

/** @typedef {{ passed: number, failed: number }} Outcome */

/** @type {Set<number>} */
const groups = new Set();

/** Ends what is running, with all that it has started. */
export function killSuites() {
  for (const group of groups) kill(group);
}

/** @param {number} group */
function kill(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
export async function runSuite(suite, node, env) {
  // Tests tell their story as it goes; checks run side by side, and each says in one go what came of it.
  if (suite.jest) say(`\n${suite.title}`);
  const folder = mkdtempSync(join(tmpdir(), 'manyhalls-test-'));
  const results = join(folder, 'results.json');
  try {
    const { ok, output } = await execute(
      node,
      suite.command,
      { ...env, MANYHALLS_RESULTS: results },
      suite.jest ? results : undefined,
    );
    const outcome = suite.jest ? countTests(results) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    // Jest itself may fail in ways that no test shows.
    if (suite.jest && !ok && outcome.failed === 0) outcome.failed = 1;
    if (!suite.jest) say(`\n${suite.title}\n${ok ? '' : `${output}\n`}  ${ok ? '✓' : '✗'}`);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [results] the file that Jest writes last, before it exits
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function execute(node, args, env, results) {
  return new Promise((resolve, reject) => {
    // In a process group of its own, so that nothing of it stays behind.
    const child = spawn(node, args, {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', results ? 'ignore' : 'pipe', results ? 'inherit' : 'pipe'],
    });
    const group = child.pid;
    if (group) groups.add(group);
    const end = () => group && kill(group);
    let output = '';
    let complaint = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));

    const started = Date.now();
    let finished = 0;
    const watch = setInterval(() => {
      if (!finished && results && existsSync(results)) finished = Date.now();
      if (finished && Date.now() - finished > EXITS_WITHIN_MS)
        complaint = 'The tests have ended but left something running.';
      else if (Date.now() - started > LIMIT_MS)
        complaint = `Not finished after ${LIMIT_MS / 60_000} minutes.`;
      if (complaint) end();
    }, 1000);

    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      end();
      if (group) groups.delete(group);
      if (complaint) say(`  ✗ ${complaint}`);
      resolve({ ok: code === 0 && !complaint, output });
    });
  });
}

/**
 * @param {string} results
 * @returns {Outcome}
 */
function countTests(results) {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const outcome = JSON.parse(readFileSync(results, 'utf8'));
  if (outcome.passed + outcome.failed === 0) {
    say('  ✗ There is not one test in this suite.');
    return { passed: 0, failed: 1 };
  }
  return outcome;
}
