/** Recordings whose every picture is a barcode: where in the recording it is, and a mark of the recording. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Recording {
  seconds: number;
  mark: number;
  /** How often it is shown, one after the other. Default: once. */
  times?: number;
}

const RATE = 25;
/** As much as makes the encoder of greetings need all the bits that it is given. */
const GRAIN = 'noise=alls=16:allf=t';
const FFMPEG = process.env.FFMPEG_BIN ?? 'ffmpeg';

/** Writes one as an office might send it: 720p in an MP4 file, with sound. Read by `pages/picture-log.ts`. */
export async function record({ seconds, mark, times = 1 }: Recording, file: string): Promise<void> {
  const single = times === 1 ? file : `${file}.once.mp4`;
  const frames = Array.from({ length: seconds * RATE }, (_, frame) => picture((frame * 1000) / RATE, mark));
  await runFfmpeg(
    [
      ...['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', '8x4', '-r', String(RATE), '-i', '-'],
      ...['-f', 'lavfi', '-t', String(seconds), '-i', 'sine=frequency=440:sample_rate=48000'],
      ...[
        '-vf',
        `scale=1280:720:flags=neighbor,format=yuv420p,${GRAIN}`,
        '-c:v',
        'mpeg4',
        '-q:v',
        '8',
        '-c:a',
        'aac',
      ],
      single,
    ],
    Buffer.concat(frames),
  );
  if (times > 1) await repeat(single, times, file);
}

/** The same again and again in one file, nothing encoded anew. */
export async function repeat(file: string, times: number, into: string): Promise<void> {
  await runFfmpeg(['-stream_loop', String(times - 1), '-i', file, '-map', '0', '-c', 'copy', into]);
}

async function runFfmpeg(args: string[], input = Buffer.alloc(0)): Promise<void> {
  const child = spawn(FFMPEG, ['-v', 'error', '-y', ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
  const closed = once(child, 'close');
  child.stdin.end(input);
  const [code] = (await closed) as [number];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** One byte a block: see `pages/barcode.ts`. */
function picture(time: number, mark: number): Buffer {
  const check = (time ^ (time >> 8) ^ (time >> 16) ^ 0x5a ^ mark) & 0xff;
  const code = time * 256 + check;
  return Buffer.from(Array.from({ length: 32 }, (_, bit) => (Math.floor(code / 2 ** bit) % 2 ? 235 : 16)));
}
