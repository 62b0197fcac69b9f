// @ts-check
// npm run bench -- NAME --json: runs test/bench/NAME.bench.ts.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './setup/child.mjs';
import { setUp } from './setup/index.mjs';
import { ROOT } from './setup/paths.mjs';
import { giveUp, Problem } from './setup/problem.mjs';
import { whenStopped } from './setup/stop.mjs';

const FOLDER = join(ROOT, 'test', 'bench');
const ENDING = '.bench.ts';

async function bench() {
  const [name, ...args] = process.argv.slice(2);
  const file = join(FOLDER, `${name}${ENDING}`);
  if (!name || name.startsWith('-') || !existsSync(file)) {
    const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((entry) => entry.endsWith(ENDING)) : [];
    const list = names.map((entry) => entry.slice(0, -ENDING.length)).join(', ');
    throw new Problem(
      `npm run bench -- NAME [--json], where NAME is one of: ${list || '(there are none yet)'}`,
    );
  }
  const { node, env } = await setUp({
    products: ['event-server', 'media-node', 'web-client'],
    browser: true,
  });
  const child = startChild(node, join(FOLDER, 'run.cjs'), [file, ...args], {
    ...env,
    SWC_NODE_PROJECT: join(ROOT, 'tsconfig.json'),
  });
  whenStopped((signal) => child.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  process.exit(await child.ended);
}

bench().catch(giveUp);
