// @ts-check
// What happens when somebody stops us: by default the running steps are ended and
// we leave. A command that has more to put away says so with `whenStopped`.

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */

/** @type {Set<import('node:child_process').ChildProcess>} */
const steps = new Set();

let leaving = false;

/** Whether we are leaving in the middle of a step, which then fails for no other reason. */
export const isLeaving = () => leaving;

/** @type {(signal: StopSignal) => void} */
let handler = (signal) => {
  const leave = () => {
    for (const child of steps) child.kill('SIGKILL');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  if (steps.size === 0) leave();
  leaving = true;
  // A compiler driver uses the moment to end its compilers; npm would just go on.
  for (const child of steps) child.kill('SIGTERM');
  setTimeout(leave, 500);
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
