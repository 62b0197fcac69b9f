// @ts-check
import { readFileSync } from 'node:fs';

/**
 * npm passes signals on to us, except the one that it cannot see: when it is gone
 * by kill -9, we are to stop as well.
 */
export function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

/** Our parent, which may be a shell that npm has started, and its parent. */
function ancestors() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return `${process.ppid} ${status.match(/^PPid:\s*(\d+)/m)?.[1]}`;
  } catch {
    return String(process.ppid); // Not Linux.
  }
}
