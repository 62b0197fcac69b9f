import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg';
const run = promisify(execFile);

/** What ffmpeg says and writes. */
export async function askFfmpeg(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return run(ffmpeg, ['-hide_banner', '-nostdin', '-nostats', '-y', ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
}

export interface VideoRecipe {
  /** Its ending says which container. */
  name: string;
  seconds?: number;
  /** An ffmpeg source of pictures without its length; `null`: none. */
  picture?: string | null;
  sound?: string | null;
  soundSeconds?: number;
  /** Options for the encoders and the container. */
  options?: readonly string[];
}

/** A small video as offices send them, with encoders that every ffmpeg has. @returns where it is */
export async function makeVideo(folder: string, recipe: VideoRecipe): Promise<string> {
  const { name, seconds = 2, picture = 'testsrc=size=320x180:rate=25' } = recipe;
  const { sound = 'sine=frequency=440:sample_rate=48000', soundSeconds = seconds, options = [] } = recipe;
  const file = join(folder, name);
  const source = (filter: string | null, length: number) =>
    filter === null ? [] : ['-f', 'lavfi', '-t', String(length), '-i', filter];
  await askFfmpeg([
    ...source(picture, seconds),
    ...source(sound, soundSeconds),
    ...['-c:v', 'mpeg4', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...options, file],
  ]);
  return file;
}

/** As a telephone held upright writes it: lying pictures, and a word that they are to be turned by 90 degrees. */
export async function turn(file: string): Promise<void> {
  const bytes = await readFile(file);
  // The matrix stands 44 bytes into the first track's header.
  const matrix = bytes.indexOf('tkhd') + 44;
  const one = 0x1_0000;
  [0, one, 0, -one, 0, 0, 0, 0, 0x4000_0000].forEach((value, index) =>
    bytes.writeInt32BE(value, matrix + index * 4),
  );
  await writeFile(file, bytes);
}

export interface Probed {
  width: number;
  height: number;
  frames: number;
  /** Bytes of the one that takes most. */
  largestPicture: number;
  /** When keyframes are shown, in seconds after the first. */
  keyframes: number[];
  /** The time from each frame to the next, in milliseconds; every one that there is. */
  steps: number[];
  seconds: number;
  soundSeconds: number;
  sampleRate: string;
  channels: string;
  codecs: string[];
}

/** What is in a file that was made. */
export async function probe(file: string): Promise<Probed> {
  const { stdout } = await askFfmpeg(['-i', file, '-map', '0', '-c', 'copy', '-f', 'framecrc', '-']);
  const fact = (word: string, stream: number) =>
    new RegExp(`^#${word} ${stream}: (.*)$`, 'm').exec(stdout)?.[1] ?? '';
  const [width = 0, height = 0] = fact('dimensions', 0).split('x').map(Number);
  const packets = stdout
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map((word) => word.trim()))
    .map(([stream, , pts, duration, size, , flags]) => ({
      stream: Number(stream),
      at: Number(pts) / 1000,
      end: (Number(pts) + Number(duration)) / 1000,
      bytes: Number(size),
      isKey: flags === undefined,
    }));
  const pictures = packets.filter(({ stream }) => stream === 0);
  const first = pictures[0]?.at ?? NaN;
  return {
    width,
    height,
    frames: pictures.length,
    largestPicture: Math.max(...pictures.map(({ bytes }) => bytes)),
    keyframes: pictures.filter(({ isKey }) => isKey).map(({ at }) => round(at - first)),
    steps: [
      ...new Set(
        pictures.slice(1).map(({ at }, index) => Math.round((at - (pictures[index]?.at ?? NaN)) * 1000)),
      ),
    ].sort(),
    seconds: round(Math.max(...pictures.map(({ end }) => end)) - first),
    soundSeconds: round(Math.max(...packets.filter(({ stream }) => stream === 1).map(({ end }) => end))),
    sampleRate: fact('sample_rate', 1),
    channels: fact('channel_layout_name', 1),
    codecs: [fact('codec_id', 0), fact('codec_id', 1)],
  };
}

/** LUFS and dBTP. */
export async function loudnessOf(file: string): Promise<{ integrated: number; peak: number }> {
  const { stderr } = await askFfmpeg(['-i', file, '-vn', '-af', 'ebur128=peak=true', '-f', 'null', '-']);
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const figure = (name: string) => Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`).exec(summary)?.[1]);
  return { integrated: figure('I'), peak: figure('Peak') };
}

/** How bright one frame is at some places, from 0 to 255. @param places as shares of width and height */
export async function brightness(
  file: string,
  frame: number,
  places: readonly (readonly [number, number])[],
): Promise<number[]> {
  const { width, height } = await probe(file);
  const filter = `select=eq(n\\,${frame}),format=gray`;
  const { stdout } = await run(
    ffmpeg,
    ['-loglevel', 'error', '-nostdin', '-i', file, '-vf', filter, '-frames:v', '1', '-f', 'rawvideo', '-'],
    { encoding: 'buffer', maxBuffer: 16 * 1024 * 1024 },
  );
  return places.map(([x, y]) => stdout[Math.floor(y * height) * width + Math.floor(x * width)] ?? NaN);
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;
