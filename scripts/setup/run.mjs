// @ts-check
// Runs other programs during the set-up: quietly, with their output kept for the
// case that they fail, and never left behind when the set-up itself ends.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Problem } from './problem.mjs';
import { isLeaving, stopWithUs } from './stop.mjs';

const SHOWN_LINES = 30;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {(line: string) => void} [onLine] sees every line as it comes
 * @property {boolean} [mayFinish] is not ended with us, because half of it does harm
 * @property {number} [uid]
 * @property {number} [gid]
 */

/**
 * Resolves with the output; rejects with its last lines when the program fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, env, onLine, mayFinish = false, uid, gid } = {}) {
  return new Promise((resolve, reject) => {
    const [program, ...rest] = mayFinish ? [command, ...args] : boundToUs(command, args);
    const child = spawn(program, rest, { cwd, env, uid, gid, stdio: ['ignore', 'pipe', 'pipe'] });
    if (!mayFinish) stopWithUs(child);
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    child.on('error', (error) => reject(new Problem(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (isLeaving()) return; // There is nothing left to say.
      if (code === 0) return resolve(lines.join('\n'));
      const how = signal ? `was stopped by ${signal}` : `failed with exit code ${code}`;
      const tail = lines.slice(-SHOWN_LINES).map((line) => `  ${line}`);
      reject(new Problem([`${[command, ...args].join(' ')}\n${how}:`, ...tail].join('\n')));
    });
  });
}

/**
 * Even a kill -9 of ours shall end it: an `npm ci` that goes on by itself would
 * write into the same folder as the next one (and it does not care for a mere
 * SIGTERM). Only Linux can do that.
 *
 * @param {string} command
 * @param {string[]} args
 */
function boundToUs(command, args) {
  const binder = process.platform === 'linux' && findOnPath('setpriv');
  const program = command.includes('/') ? command : findOnPath(command);
  return binder && program ? [binder, '--pdeathsig', 'KILL', program, ...args] : [command, ...args];
}

/**
 * The full path of a program on PATH, if it is there.
 *
 * @param {string} command
 */
export function findOnPath(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, command);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
