import { readdirSync, readFileSync } from 'node:fs';

/** The other processes whose command line has all these words (Linux: proc(5)). */
export function processesWith(...words: string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && words.every((word) => commandLine(name).includes(word)))
    .map(Number)
    .filter((pid) => pid !== process.pid);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It ended just now.
  }
}

/** Whether a process runs: one that ended, and that nobody has asked after yet, does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
