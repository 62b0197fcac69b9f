// @ts-check
// Node 24 is what the product is made for. Where the system's Node is older, one
// is fetched as an npm package; this script itself goes on with the old one.
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cachedPackage, fetchPackage } from './npm.mjs';
import { PLATFORM } from './paths.mjs';
import { step, warn } from './print.mjs';
import { Problem } from './problem.mjs';

const VERSION = '24.21.0';

/** The path of the Node that everything after the set-up runs with. */
export async function nodeRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(
      `Node ${process.versions.node} is too old: Manyhalls needs Node 20.19 or newer, best 24.`,
    );
  }
  // What pg-boss and mediasoup ask for.
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  const name = `node-${PLATFORM}`;
  try {
    const folder =
      cachedPackage(name, VERSION) ??
      (await step(`Fetching Node ${VERSION}, as this system has ${process.versions.node}`, () =>
        fetchPackage(name, VERSION),
      ));
    const node = join(folder, 'bin', 'node');
    accessSync(node, constants.X_OK);
    return node;
  } catch (error) {
    warn(
      `Node ${VERSION} could not be fetched; going on with Node ${process.versions.node}, which is not what Manyhalls is tested with.`,
    );
    if (error instanceof Error) warn(error.message);
    return process.execPath;
  }
}

/**
 * An environment in which `node` means that Node, for grandchildren too.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [more]
 */
export function environmentFor(node, more = {}) {
  return { ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter), ...more };
}
