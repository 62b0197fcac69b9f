import { RefusedFile } from './refused-file';

/** EBU R128, in LUFS. */
const target = -23;
/** In dBTP. Opus may put peaks up again by nearly one; what is heard stays below -1. */
const peak = -2;
/** Quieter than anybody speaks: the absolute gate of EBU R128, in LUFS. */
const silence = -70;

const goal = `I=${target}:TP=${peak}`;

/** What the first pass of `loudnorm` measures, to be given to its second. */
export interface Loudness {
  integrated: number;
  peak: number;
  range: number;
  threshold: number;
  offset: number;
}

/** The first pass. */
export const measuring = `loudnorm=${goal}:print_format=json`;

/**
 * The second pass. With the range that was measured it is one gain for all, unless peaks forbid it.
 */
export function levelling({ integrated, peak, range, threshold, offset }: Loudness): string {
  return [
    `loudnorm=${goal}:LRA=${Math.min(20, Math.max(7, range))}`,
    `measured_I=${integrated}:measured_TP=${peak}:measured_LRA=${range}:measured_thresh=${threshold}`,
    `offset=${offset}:linear=true`,
  ].join(':');
}

/**
 * Reads what the first pass said last.
 * @throws {RefusedFile} when there was nothing to hear.
 */
export function readLoudness(words: string): Loudness {
  const json = words.slice(words.lastIndexOf('{'), words.lastIndexOf('}') + 1);
  const said = JSON.parse(json) as Record<string, string>;
  const [integrated, peak, range, threshold, offset] = [
    'input_i',
    'input_tp',
    'input_lra',
    'input_thresh',
    'target_offset',
  ].map((name) => Number(said[name]));
  const loudness = { integrated, peak, range, threshold, offset } as Loudness;
  if (!(loudness.integrated > silence)) throw new RefusedFile('no-sound', 'nothing is to be heard');
  return loudness;
}
