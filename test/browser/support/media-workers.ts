import { readdirSync, readFileSync } from 'node:fs';

/** The process ids of the media workers of this process, on Linux, oldest first. */
export function mediaWorkers(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isOurs(pid))
    .sort((one, other) => one - other);
}

function isOurs(pid: number): boolean {
  try {
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return (
      parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('mediasoup-worker')
    );
  } catch {
    // Gone while we looked.
    return false;
  }
}
