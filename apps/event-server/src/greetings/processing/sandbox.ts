import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Container } from './container';
import { largestPicture } from './largest-picture';

/** What a run may use: the largest address space, in kilobytes, and the largest single piece of it, in bytes. */
const memoryKilobytes = 3 * 1024 * 1024;
const largestPiece = 256 * 1024 * 1024;
/** Of what ffmpeg says, the beginning and the end are kept, in characters. A file can make it say much. */
const headLength = 64 * 1024;
const tailLength = 8 * 1024;

/**
 * Runs a program at the lowest priority, with limited memory, and ends it when its standard input does, that is, also
 * when this process was killed and could end nothing itself. Where Linux schedules by groups, one of which each detached
 * process begins, `nice` counts only inside of it: the group has a priority of its own (sched(7), "autogroup").
 */
const guarded = `exec 3<&0
ulimit -c 0; ulimit -v ${memoryKilobytes} 2>/dev/null
echo 19 2>/dev/null >/proc/self/autogroup
ionice -c 3 true 2>/dev/null && set -- ionice -c 3 "$@"
nice -n 19 "$@" </dev/null 3<&- & child=$!
(cat <&3 >/dev/null 2>&1; kill -9 $child) & guard=$!
wait $child; code=$?
kill $guard 2>/dev/null
exit $code`;

/** What every run of ffmpeg here is given. */
const always = [
  ...['-hide_banner', '-nostdin', '-nostats', '-y'],
  ...['-max_alloc', String(largestPiece), '-filter_threads', '1', '-filter_complex_threads', '1'],
];

export interface SandboxedRun {
  ffmpegBin: string;
  /** Empty but for what earlier runs left in it; the run's working directory. */
  folder: string;
  args: readonly string[];
  limitMs: number;
  signal: AbortSignal;
  /** Each line of standard output. */
  onLine: (line: string) => void;
}

export interface SandboxedEnding {
  /** ffmpeg's own verdict; 0 is good. */
  code: number;
  timedOut: boolean;
  /** What it said first, and what it said last. */
  head: string;
  tail: string;
}

/** How a shell says that a program could not be started, and that a signal ended it. */
const notStarted = new Set([126, 127]);
const signals = 128;
const killed = signals + 9;

/**
 * One run of ffmpeg on a file that nobody has vetted.
 * @throws the signal's reason when it was aborted; nothing of the run is left by then.
 * @throws {Error} when ffmpeg is not there or was killed, which says nothing about the file
 */
export async function runSandboxed(run: SandboxedRun): Promise<SandboxedEnding> {
  run.signal.throwIfAborted();
  const child = spawn('sh', ['-c', guarded, 'sh', run.ffmpegBin, ...always, ...run.args], {
    cwd: run.folder,
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const ending: SandboxedEnding = { code: 0, timedOut: false, head: '', tail: '' };
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    ending.head = (ending.head + chunk).slice(0, headLength);
    ending.tail = (ending.tail + chunk).slice(-tailLength);
  });
  child.stdin.on('error', () => undefined);
  createInterface(child.stdout).on('line', run.onLine);
  const end = () => endGroup(child.pid);
  const timer = setTimeout(() => {
    ending.timedOut = true;
    end();
  }, run.limitMs);
  run.signal.addEventListener('abort', end);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    ending.code = code ?? killed;
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', end);
    end();
  }
  run.signal.throwIfAborted();
  const { code, timedOut, tail } = ending;
  if (!timedOut && (notStarted.has(code) || (code > signals && code < signals + 32)))
    throw new Error(`ffmpeg could not do its work (${code}): ${tail.trim().slice(-400)}`);
  return ending;
}

/** Nothing is lost by ending it at once: what it writes is thrown away. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

/** The options that make ffmpeg read one file as one kind, and nothing besides. */
export function inputArguments(file: string, { format, options = [] }: Container): string[] {
  return [
    ...['-protocol_whitelist', 'file', '-format_whitelist', format, '-f', format, ...options],
    ...['-max_pixels', String(largestPicture), '-threads', '2', '-max_error_rate', '0.1'],
    ...['-i', `file:${file}`],
  ];
}
