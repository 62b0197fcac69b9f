// @ts-check
// npm run media-node -- --venue tokyo --server http://localhost:3000
import { builtFile } from './setup/build.mjs';
import { startChild } from './setup/child.mjs';
import { setUp } from './setup/index.mjs';
import { watchNpm } from './setup/npm-gone.mjs';
import { giveUp } from './setup/problem.mjs';
import { whenStopped } from './setup/stop.mjs';

async function mediaNode() {
  const { node, env } = await setUp({ products: ['media-node'] });
  const child = startChild(node, builtFile('media-node'), process.argv.slice(2), env);
  whenStopped((signal) => child.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  watchNpm();
  process.exit(await child.ended);
}

mediaNode().catch(giveUp);
