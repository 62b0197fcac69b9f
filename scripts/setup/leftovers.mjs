// @ts-check
// After a kill -9 of both the command and the server, what the server had started
// (media workers, ffmpeg) may still run, and hold its ports.
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { say } from './print.mjs';

/**
 * Marks a program and all that it starts as belonging to this checkout.
 *
 * @param {string} role
 */
export const mark = (role) => ({ MANYHALLS_ROLE: role, MANYHALLS_CHECKOUT: ROOT });

/**
 * To be called only by whoever holds the lock of this role.
 *
 * @param {string} role
 */
export function endLeftovers(role) {
  if (process.platform !== 'linux') return;
  const marks = Object.entries(mark(role)).map(([name, value]) => `\0${name}=${value}\0`);
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      const environment = `\0${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
      if (!marks.every((text) => environment.includes(text))) continue;
      say(`Ending process ${pid}, which an earlier run left behind.`);
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended meanwhile, or not ours to look at.
    }
  }
}
