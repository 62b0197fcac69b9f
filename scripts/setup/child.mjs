// @ts-check
// The long-running program that a command is for: started, stopped with us, and
// with nothing of it left behind.
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { say } from './print.mjs';

const STOPS_WITHIN_MS = 30_000;
const GUARD = new URL('guard.mjs', import.meta.url).href;

/**
 * @param {string} node
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function startChild(node, script, args, env) {
  // In a process group of its own: Ctrl-C reaches it once, from us, and what it
  // started can be found when it is gone. The channel tells it when we are gone.
  const child = spawn(node, ['--enable-source-maps', '--import', GUARD, script, ...args], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  });
  let stopping = false;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      killGroup(child.pid);
      // Ended by the very signal that we passed on: as asked.
      resolve(code ?? (stopping && signal !== 'SIGKILL' ? 0 : 1));
    });
  });
  return {
    ended,
    /** @param {NodeJS.Signals} signal */
    stop(signal) {
      if (stopping) return;
      stopping = true;
      child.kill(signal);
      setTimeout(() => {
        say(`It did not stop within ${STOPS_WITHIN_MS / 1000} s; ending it by force.`);
        child.kill('SIGKILL');
      }, STOPS_WITHIN_MS).unref();
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}
