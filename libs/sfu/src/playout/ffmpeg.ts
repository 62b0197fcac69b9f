import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Where one track of a playout's RTP goes. */
export interface RtpTarget {
  port: number;
  rtcpPort: number;
  ssrc: number;
  payloadType: number;
}

export interface FfmpegJob {
  bin: string;
  /** How it is told to keep to the clock. */
  realTime: string[];
  file: string;
  /** Another one whose picture is played beside it, from the same moment on. */
  small: { file: string; target: RtpTarget } | null;
  loop: boolean;
  positionSeconds: number;
  audio: RtpTarget;
  video: RtpTarget;
}

/** What `spawn` has no types for: a fourth pipe. */
type PipedProcess = ChildProcessByStdio<Writable, null, Readable> & {
  stdio: [Writable, null, Readable, Writable, undefined];
};

/**
 * Ends ffmpeg when its standard input does, that is, also when this process was killed and could end nothing itself.
 * ffmpeg alone would play on as an orphan.
 */
const guarded = `exec 4<&0
"$@" </dev/null 4<&- & child=$!
(cat <&4 >/dev/null; kill $child) 3<&- & guard=$!
wait $child; code=$?
kill $guard 2>/dev/null
exit $code`;

/**
 * What ffmpeg opens last and reads to its end before it does anything else: metadata of which there are none. So it
 * starts, and opens and probes its files, ahead of time, and begins when this pipe is closed.
 */
const gate = ['-f', 'ffmetadata', '-i', 'pipe:3'];

/** One ffmpeg that plays a file, or a pair, into plain transports on this machine, copying what is in it. */
export class Ffmpeg {
  private stopped = false;

  private constructor(private readonly child: PipedProcess) {}

  /**
   * Starts one that waits for `play`.
   *
   * @param ended is told why when it ends by itself: `null` at the end of the file. Not after `stop`.
   */
  static ready(job: FfmpegJob, ended: (fault: string | null) => void): Ffmpeg {
    const child = spawn('sh', ['-c', guarded, 'ffmpeg', job.bin, ...playArguments(job)], {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      detached: true,
    }) as PipedProcess;
    const ffmpeg = new Ffmpeg(child);
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-400)));
    for (const pipe of [child.stdin, child.stdio[3]]) pipe.on('error', () => undefined);
    const over = (fault: string | null) => {
      if (!ffmpeg.stopped) ended(fault);
      ffmpeg.stopped = true;
    };
    child.once('error', (error) => over(error.message));
    child.once('close', (code, signal) =>
      over(code === 0 ? null : words.trim() || `ended by ${signal ?? code}`),
    );
    return ffmpeg;
  }

  play(): void {
    this.child.stdio[3].end();
  }

  /** Nothing is lost by ending it at once: what it plays is a file, and what it writes is a network. */
  stop(): void {
    this.stopped = true;
    if (this.child.pid === undefined || this.child.exitCode !== null) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }
}

/** One process with one clock for all tracks, so that large and small picture cannot drift apart. */
function playArguments({ realTime, file, small, loop, positionSeconds, audio, video }: FfmpegJob): string[] {
  const read = [
    ...realTime,
    ...(loop ? ['-stream_loop', '-1'] : []),
    ...(positionSeconds > 0 ? ['-ss', positionSeconds.toFixed(3)] : []),
  ];
  const outputs = [output(0, audio), output(1, video), ...(small ? [output(2, small.target)] : [])];
  return [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin'],
    ...[...read, '-i', file],
    ...(small ? [...read, '-i', small.file] : []),
    ...gate,
    ...['-map_metadata', '-1', '-map', '0:a:0', '-map', '0:v:0', ...(small ? ['-map', '1:v:0'] : [])],
    ...['-c', 'copy', '-f', 'tee', outputs.join('|')],
  ];
}

function output(stream: number, { port, rtcpPort, ssrc, payloadType }: RtpTarget): string {
  const options = `select=${stream}:f=rtp:ssrc=${ssrc}:payload_type=${payloadType}`;
  return `[${options}]rtp://127.0.0.1:${port}?rtcpport=${rtcpPort}&pkt_size=1200`;
}
