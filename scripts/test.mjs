// @ts-check
// npm test [-- SUITE …]: every check and test, from a fresh clone. A failure does
// not stop the rest; the last line counts them.
import { availableParallelism } from 'node:os';
import { killSuites, runSuite } from './checks/run-suite.mjs';
import { suites } from './checks/suites.mjs';
import { build } from './setup/build.mjs';
import { setUp } from './setup/index.mjs';
import { say } from './setup/print.mjs';
import { giveUp, Problem } from './setup/problem.mjs';
import { whenStopped } from './setup/stop.mjs';

async function test() {
  const chosen = choose(process.argv.slice(2));
  const browser = chosen.some((suite) => suite.browser);
  const { node, env } = await setUp({ products: [], browser });
  whenStopped((signal) => {
    killSuites();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });

  let passed = 0;
  let failed = 0;
  let built = false;
  /** @type {string[]} */
  const broken = [];
  /** @param {import('./checks/suites.mjs').Suite} suite */
  const run = async (suite) => {
    const outcome = await runSuite(suite, node, { ...env, NODE_ENV: 'test' });
    passed += outcome.passed;
    failed += outcome.failed;
    if (outcome.failed > 0) broken.push(suite.title);
  };

  const checks = chosen.filter(({ jest }) => !jest);
  const runner = async () => {
    for (let check = checks.shift(); check; check = checks.shift()) await run(check);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runner));
  for (const suite of chosen.filter(({ jest }) => jest)) {
    // Built only when it is needed, so that a broken build does not hide what the checks find.
    if (suite.built && !built)
      built = await buildAll(node, () => {
        failed += 1;
        broken.push('build');
      });
    await run(suite);
  }

  if (broken.length > 0) say(`\nFailed: ${broken.join(', ')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

/**
 * @param {string} node
 * @param {() => void} onFailure
 */
async function buildAll(node, onFailure) {
  try {
    await build(node, ['event-server', 'media-node', 'web-client']);
  } catch (error) {
    say(`  ✗ ${error instanceof Error ? error.message : error}`);
    onFailure();
  }
  return true;
}

/** @param {string[]} names */
function choose(names) {
  const all = suites();
  const known = [...new Set(all.map((suite) => suite.name))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Problem(`There is no suite "${unknown}". There are: ${known.join(', ')}.`);
  return names.length === 0 ? all : all.filter((suite) => names.includes(suite.name));
}

test().catch(giveUp);
