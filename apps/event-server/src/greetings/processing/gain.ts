import type { Job } from './job';
import { isLimited, levelling, measuring, missing, readLoudness } from './loudness';
import { inputArguments, runSandboxed } from './sandbox';
import { readingLimitMs, wantedSound, type Survey } from './survey';

/** How near is near enough, in decibels; and how often it is tried to come nearer. */
const near = 0.3;
const tries = 6;

/** The gain that makes the greeting as loud as all others, in decibels; found by listening to the result. */
export async function gainFor(job: Job, { container, loudness }: Survey): Promise<number> {
  let gain = missing(loudness);
  for (let tried = 0; tried < tries && isLimited(loudness, gain); tried++) {
    const { tail } = await runSandboxed({
      ...job,
      args: [
        ...inputArguments(job.original, container),
        ...['-map', '0:a:0', '-af', `${wantedSound(job)},${levelling(gain)},${measuring}`, '-f', 'null', '-'],
      ],
      limitMs: readingLimitMs,
      onLine: () => undefined,
    });
    const more = missing(readLoudness(tail));
    if (Math.abs(more) < near) break;
    gain += more;
  }
  return gain;
}
