// @ts-check
// After a kill -9 of everything, a Postgres of ours may still run on the data, or
// its note of itself may lie there and name a process that is somebody else now.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../setup/print.mjs';
import { Problem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';

const PATIENCE_MS = 30_000;

/**
 * To be called only by whoever holds the lock of this data.
 *
 * @param {string} cluster
 */
export async function clearLeftover(cluster) {
  const note = join(cluster, 'postmaster.pid');
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  if (await isPostgresOn(cluster, pid)) {
    say(`Stopping a Postgres (process ${pid}) that an earlier run left behind.`);
    await stop(pid, cluster);
  }
  rmSync(note, { force: true });
}

/** @param {string} cluster @param {number} pid */
async function isPostgresOn(cluster, pid) {
  return (await commandLine(pid)).includes(cluster);
}

/** @param {number} pid */
async function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return '';
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return await run('ps', ['-o', 'command=', '-p', String(pid)]);
  } catch {
    return '';
  }
}

/** @param {number} pid @param {string} cluster */
async function stop(pid, cluster) {
  process.kill(pid, 'SIGINT'); // "fast": sessions are ended, data are written
  const end = Date.now() + PATIENCE_MS;
  while (await isPostgresOn(cluster, pid)) {
    if (Date.now() > end) throw new Problem(`The Postgres of an earlier run (process ${pid}) does not stop.`);
    await sleep(50);
  }
}
