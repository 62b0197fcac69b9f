// @ts-check
// What happens when somebody stops us: by default the running steps are ended and
// we leave. A command that has more to put away says so with `whenStopped`.

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */

/** @type {Set<import('node:child_process').ChildProcess>} */
const steps = new Set();

/** @type {(signal: StopSignal) => void} */
let handler = (signal) => {
  for (const child of steps) child.kill('SIGTERM');
  process.exit(signal === 'SIGINT' ? 130 : 143);
};

for (const signal of /** @type {StopSignal[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => handler(signal));
}

/**
 * Ends this program with us until it has ended by itself.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function stopWithUs(child) {
  steps.add(child);
  child.on('close', () => steps.delete(child));
  child.on('error', () => steps.delete(child));
}

/** @param {(signal: StopSignal) => void} newHandler */
export function whenStopped(newHandler) {
  handler = newHandler;
}
