// @ts-check

/**
 * npm passes signals on to us, except the one that it cannot see: when it is gone
 * by kill -9, we are to stop as well.
 */
export function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
