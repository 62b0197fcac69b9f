import { join } from 'node:path';
import { gainFor } from './gain';
import type { Job } from './job';
import { posterArguments, recipeFor, renditionArguments } from './recipe';
import { RefusedFile } from './refused-file';
import { inputArguments, runSandboxed } from './sandbox';
import { survey } from './survey';

/** How long transcoding may take: much longer than on any machine that serves an event, also while it is busy. */
const limitMs = (seconds: number) => 10 * 60_000 + seconds * 30_000;
/** Of all work, in percent: until the renditions are begun, and until they are done. */
const begun = 5;
const done = 95;
/** What may be missing at the end of a file where the last pictures cannot be decoded, in seconds. */
const slackSeconds = 1;
/** What ffmpeg ends with then. */
const tooManyErrors = 69;

export interface MadeFile {
  file: string;
  width: number;
  height: number;
}

/** What was made: files in the job's folder, and what is true of both renditions. */
export interface Transcoded {
  large: MadeFile;
  small: MadeFile;
  poster: string;
  lengthSeconds: number;
  /** Of the whole original, whatever was cut off. */
  originalSeconds: number;
}

/**
 * Makes an original into what is played.
 * @throws {RefusedFile} when it cannot be used, however often it is tried
 * @throws {Error} in ffmpeg's words, when something else went wrong
 */
export async function transcode(job: Job): Promise<Transcoded> {
  const known = await survey(job);
  const recipe = recipeFor(known, job.trim, await gainFor(job, known));
  const wanted = recipe.frames.to - recipe.frames.from;
  if (wanted < recipe.rate) throw new RefusedFile('empty', 'it is shorter than a second');
  job.onProgress(begun);
  let frames = 0;
  const ending = await runSandboxed({
    ...job,
    args: [...inputArguments(job.original, known.container), ...renditionArguments(known, recipe)],
    limitMs: limitMs(known.seconds),
    onLine: (line) => {
      frames = Number(/^frame=\s*(\d+)/.exec(line)?.[1] ?? frames);
      job.onProgress(begun + Math.min(1, frames / wanted) * (done - begun));
    },
  });
  if (ending.timedOut) throw new RefusedFile('broken', 'it takes too long to decode');
  if (ending.code === tooManyErrors) throw new RefusedFile('broken', 'too much of it cannot be decoded');
  if (ending.code !== 0) throw new Error(ending.tail.trim().slice(-400));
  if (frames < wanted - slackSeconds * recipe.rate)
    throw new RefusedFile('broken', `${frames} of ${wanted} pictures can be seen`);
  await makePoster(job);
  const inFolder = ({ file, width, height }: typeof recipe.large) => ({
    file: join(job.folder, file),
    width,
    height,
  });
  return {
    large: inFolder(recipe.large),
    small: inFolder(recipe.small),
    poster: join(job.folder, 'poster.jpg'),
    lengthSeconds: frames / recipe.rate,
    originalSeconds: known.seconds,
  };
}

async function makePoster(job: Job): Promise<void> {
  const ending = await runSandboxed({
    ...job,
    args: [
      ...inputArguments(join(job.folder, 'large.webm'), { format: 'matroska' }),
      ...posterArguments('poster.jpg'),
    ],
    limitMs: limitMs(0),
    onLine: () => undefined,
  });
  if (ending.code !== 0) throw new Error(ending.tail.trim().slice(-400));
}
