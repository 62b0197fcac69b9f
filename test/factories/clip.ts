import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MediaFileDto } from '@manyhalls/contracts';

const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg';

/** Makes a small file such as can be played: VP8 and Opus, a keyframe every half second, and a tone in hertz. */
export async function makeClip(
  folder: string,
  seconds: number,
  { size = '160x90', tone = 440 } = {},
): Promise<MediaFileDto> {
  const made = join(folder, `made-${seconds}-${size}-${tone}.webm`);
  const length = ['-t', String(seconds)];
  await promisify(execFile)(ffmpeg, [
    ...['-hide_banner', '-loglevel', 'error', '-y'],
    ...['-f', 'lavfi', ...length, '-i', `testsrc=size=${size}:rate=30`],
    ...['-f', 'lavfi', ...length, '-i', `sine=frequency=${tone}:sample_rate=48000`],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-g', '15', '-b:v', '100k'],
    ...['-c:a', 'libopus', '-ac', '2', '-b:a', '32k', made],
  ]);
  return offer(folder, made);
}

/** A file of this name and hash that nothing can play. */
export async function makeNonsense(folder: string): Promise<MediaFileDto> {
  const made = join(folder, 'nonsense.webm');
  await writeFile(made, 'a text about a film');
  return offer(folder, made);
}

async function offer(folder: string, made: string): Promise<MediaFileDto> {
  const content = await readFile(made);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await rename(made, join(folder, sha256));
  return { sha256, bytes: content.length, path: `/media-files/${sha256}` };
}
