import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { shared } from '../shared';

const asked = new Map<string, Promise<string[]>>();

/** How this ffmpeg is told to keep to the clock, or the only way there is when it does not say what it is. */
export async function realTimeArguments(bin: string): Promise<string[]> {
  return shared(asked, bin, async () =>
    realTimeArgumentsOf((await promisify(execFile)(bin, ['-version'])).stdout),
  ).catch(() => ['-re']);
}

/** From 6.1 on, ffmpeg reads half a second at once before it keeps to the clock; zero means the same to it. */
export function realTimeArgumentsOf(words: string): string[] {
  const [, major = 99, minor = 0] = (/version n?(\d+)\.(\d+)/.exec(words) ?? []).map(Number);
  const bursts = major > 6 || (major === 6 && minor >= 1);
  return bursts ? ['-re', '-readrate_initial_burst', '0.001'] : ['-re'];
}
