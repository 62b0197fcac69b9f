import { open } from 'node:fs/promises';
import { containerOf, headBytes, type Container } from './container';
import type { Job } from './job';
import { largestPicture } from './largest-picture';
import { measuring, readLoudness, type Loudness } from './loudness';
import { Packets, type StreamTimes } from './packets';
import { RefusedFile } from './refused-file';
import { inputArguments, runSandboxed, type SandboxedEnding } from './sandbox';

/** For reading a file of any size once. */
export const readingLimitMs = 20 * 60_000;
/** Files are not exact about how long they are; what is missing beyond this was cut off. */
const slackSeconds = 1;
const slackShare = 0.01;

/** What is known of a file before it is transcoded: enough to say how. */
export interface Survey {
  container: Container;
  width: number;
  height: number;
  /** Pictures a second, on average. */
  rate: number;
  /** When the last picture ends; the sound may go on longer. */
  videoSeconds: number;
  seconds: number;
  /** Of the part that is wanted. */
  loudness: Loudness;
}

/**
 * Reads the whole file once; of it, decodes only the sound.
 * @throws {RefusedFile}
 */
export async function survey(job: Job): Promise<Survey> {
  const container = await kindOf(job.original);
  const packets = new Packets();
  const ending = await runSandboxed({
    ...job,
    args: surveyArguments(job, container),
    limitMs: readingLimitMs,
    onLine: (line) => packets.take(line),
  });
  const promised = promisedSeconds(ending.head);
  if (Math.max(promised, packets.end) > job.longestSeconds + slackSeconds)
    throw new RefusedFile('too-long', `it lasts ${Math.max(promised, packets.end)} s`);
  const [video] = packets.of('video');
  const [audio] = packets.of('audio');
  refuseLargePicture(ending, video);
  refuseBroken(ending);
  if (!video || video.packets < 2) throw new RefusedFile('no-picture', 'it has no moving picture');
  if (!audio || audio.packets === 0) throw new RefusedFile('no-sound', 'it has no sound');
  const seconds = Math.max(video.end, audio.end);
  if (seconds < promised * (1 - slackShare) - slackSeconds)
    throw new RefusedFile('broken', `${seconds} s of ${promised} s are there`);
  return {
    container,
    width: video.width,
    height: video.height,
    rate: video.packets / (video.end - video.first),
    videoSeconds: video.end,
    seconds,
    loudness: readLoudness(ending.tail),
  };
}

async function kindOf(file: string): Promise<Container> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    if (bytesRead === 0) throw new RefusedFile('empty', 'it is empty');
    const container = containerOf(buffer.subarray(0, bytesRead));
    if (!container) throw new RefusedFile('not-a-video', 'its content is no container of video');
    return container;
  } finally {
    await handle.close();
  }
}

/**
 * The pictures are counted, not decoded. The sound is asked for twice: whole, to know when it ends, and the part that
 * is wanted, to know how loud it is.
 */
function surveyArguments(job: Job, container: Container): string[] {
  return [
    ...inputArguments(job.original, container),
    ...['-map', '0:V:0?', '-map', '0:a:0?', '-map', '0:a:0?', '-c:v', 'copy', '-c:a', 'pcm_s16le'],
    ...['-filter:a:1', `${wantedSound(job)},${measuring}`],
    ...['-t', String(job.longestSeconds + 2 * slackSeconds), '-f', 'framecrc', 'pipe:1'],
  ];
}

/** The filter for what will be heard. */
export function wantedSound({ trim }: Job): string {
  const cut = trim ? `,atrim=start=${trim.from}:end=${trim.to}` : '';
  return `aformat=channel_layouts=stereo${cut}`;
}

/** What the file says of itself; 0 when it says nothing. */
function promisedSeconds(words: string): number {
  const [, hours, minutes, seconds] = /^ {2}Duration: (\d+):(\d\d):(\d\d\.\d+)/m.exec(words) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

function refuseLargePicture({ head }: SandboxedEnding, video: StreamTimes | undefined): void {
  const words = /Picture size \d+x\d+ (?:exceeds|is invalid)/.exec(head)?.[0];
  if (words) throw new RefusedFile('too-large-a-picture', words);
  if (video && video.width * video.height > largestPicture)
    throw new RefusedFile('too-large-a-picture', `it is ${video.width}x${video.height}`);
}

function refuseBroken({ code, timedOut, tail }: SandboxedEnding): void {
  if (code === 0) return;
  const words = timedOut ? 'it takes too long to read' : tail.trim().slice(-400);
  throw /does not contain any stream/.test(words)
    ? new RefusedFile('no-picture', 'it has neither picture nor sound')
    : new RefusedFile('broken', words);
}
