import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { letteringFrames, letteringRate, picture } from './clip-frames';

/** Of the scale from -20 to 19. The lowest priority would starve on a busy machine. */
const niceness = 5;

export interface ClipRecipe {
  city: string;
  /** Hex; dark enough for white letters. */
  colours: readonly [string, string];
  /** A whole number of hertz, so that the tone has no seam where the clip starts again. */
  toneHz: number;
}

/**
 * Makes a clip that can be repeated for ever: VP8 and Opus in WebM, a keyframe every 480 ms, since a clip that is
 * played by copying cannot answer a viewer who asks for one. Takes some seconds at low priority.
 * @throws {Error} in ffmpeg's words
 */
export async function makeClip(
  ffmpegBin: string,
  recipe: ClipRecipe,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const ffmpeg = spawn(ffmpegBin, [...ffmpegArguments(recipe), file], {
    stdio: ['pipe', 'ignore', 'pipe'],
    signal,
  });
  // People may be joining meanwhile.
  if (ffmpeg.pid) setPriority(ffmpeg.pid, niceness);
  let words = '';
  ffmpeg.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-1000)));
  const ended = once(ffmpeg, 'close');
  // ffmpeg's own words say more than a pipe that broke.
  const fed = pipeline(Readable.from(letteringFrames(recipe.city)), ffmpeg.stdin).catch(() => {});
  const [code]: unknown[] = await ended;
  await fed;
  if (code !== 0) throw new Error(words.trim() || `ffmpeg ended with ${String(code)}`);
}

function ffmpegArguments({ colours, toneHz }: ClipRecipe): string[] {
  const { width, height, seconds, framesPerSecond: rate } = picture;
  const size = `${width}x${height}`;
  // One whole turn in the length of the clip, so that the picture has no seam either.
  const speed = (2 * Math.PI) / (seconds * rate);
  const gradient = [
    `gradients=s=${size}:r=${rate}:d=${seconds}:speed=${speed.toFixed(8)}:nb_colors=2`,
    `c0=${colours[0]}:c1=${colours[1]}:x0=0:y0=0:x1=${width}:y1=${height}`,
  ].join(':');
  const mixing = [
    `color=white:s=${size}:r=${rate}:d=${seconds}[white]`,
    `[1:v]fps=${rate}[shape]`,
    '[white][shape]alphamerge[letters]',
    '[0:v][letters]overlay=format=yuv420,format=yuv420p[video]',
    '[2:a]volume=0.3[audio]',
  ].join(';');
  return [
    ...['-hide_banner', '-loglevel', 'error', '-y'],
    ...['-f', 'lavfi', '-i', gradient],
    ...['-f', 'rawvideo', '-pixel_format', 'gray', '-video_size', size, '-framerate', String(letteringRate)],
    ...['-i', 'pipe:0'],
    ...['-f', 'lavfi', '-i', `sine=frequency=${toneHz}:sample_rate=48000:duration=${seconds}`],
    ...['-filter_complex', mixing, '-map', '[video]', '-map', '[audio]', '-t', String(seconds)],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '700k', '-g', '12'],
    ...['-lag-in-frames', '0', '-auto-alt-ref', '0'],
    ...['-c:a', 'libopus', '-b:a', '48k', '-ac', '2', '-f', 'webm'],
  ];
}
