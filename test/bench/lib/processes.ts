/** The processes a bench starts, and what the kernel says of them (Linux). */
import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Defer } from './report';

export const ROOT = join(__dirname, '../../..');

export interface Program {
  /** The compiled or TypeScript file to run with this Node. */
  file: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

/** A program in a process group of its own, stopped with the bench. What it prints is kept for when it fails. */
export class Running {
  printed = '';
  private exited = false;
  private readonly ended: Promise<void>;

  private constructor(readonly child: ChildProcess) {
    const keep = (chunk: Buffer) => (this.printed = (this.printed + chunk.toString()).slice(-200_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.ended = new Promise((resolve) =>
      child.once('exit', () => {
        this.exited = true;
        resolve();
      }),
    );
  }

  static start(program: Program, defer: Defer): Running {
    const { file, args = [] } = program;
    const compiler = file.endsWith('.ts') ? [join(ROOT, 'test/bench/run.cjs')] : [];
    const [entry, ...rest] = [...compiler, file, ...args] as [string, ...string[]];
    const child = fork(entry, rest, {
      cwd: ROOT,
      detached: true,
      // It ends with us, also when we are killed.
      execArgv: [
        ...['--import', join(ROOT, 'scripts/setup/guard.mjs')],
        ...['--import', join(ROOT, 'test/bench/lib/collect-on-signal.mjs')],
      ],
      env: { ...process.env, ...program.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const running = new Running(child);
    defer(() => running.stop());
    return running;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the process did not start');
    return this.child.pid;
  }

  /** Waits for something the program prints, sends or serves. Throws, with its words, when it ends before. */
  async until<Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (this.exited) throw new Error(`${this.child.spawnargs.join(' ')} ended:\n${this.printed}`);
      await wait(50);
    }
  }

  /** What it holds in and beside V8's heap, in bytes, once its garbage is collected. */
  async heldBytes(): Promise<number> {
    let held: number | undefined;
    const hear = (message: { heldBytes?: number }) => (held = message.heldBytes ?? held);
    this.child.on('message', hear);
    this.child.kill('SIGUSR2');
    const bytes = await this.until(() => held);
    this.child.off('message', hear);
    return bytes;
  }

  async stop(): Promise<void> {
    if (!this.exited) {
      this.child.kill('SIGTERM');
      await Promise.race([this.ended, wait(10_000, undefined, { ref: false })]);
    }
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // Nothing of its group was left.
    }
  }
}

/** CPU seconds (user and system, all threads) of a process without its children: proc(5), fields 14 and 15. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before may hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** The processes a process has started itself, by the name of their program. */
export function childrenNamed(pid: number, name: string): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' '))
    .filter((child) => child !== '' && readFileSync(`/proc/${child}/comm`, 'utf8').startsWith(name))
    .map(Number);
}
