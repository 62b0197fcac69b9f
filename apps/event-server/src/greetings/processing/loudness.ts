import { RefusedFile } from './refused-file';

/** EBU R128, in LUFS. */
const target = -23;
/** In dBTP. Opus may put peaks up again by nearly one; what is heard stays below -1. */
const highest = -2;
/** Quieter than anybody speaks: the absolute gate of EBU R128, in LUFS. */
const silence = -70;

export interface Loudness {
  /** LUFS. */
  integrated: number;
  /** dBTP. */
  peak: number;
}

/** The filter that measures and says so at the end; its own levelling is not used. */
export const measuring = 'loudnorm=print_format=json';

/**
 * One gain for all that is said, as a person would set it; only the peaks that go too high then are held down, such as
 * a clap. (`loudnorm` would become a compressor there, and miss what it aims at.) Four times oversampled, to see the
 * peaks between the samples.
 */
export function levelling(gain: number): string {
  const limit = 10 ** (highest / 20);
  return [
    `volume=${gain.toFixed(2)}dB`,
    'aresample=192000',
    `alimiter=limit=${limit.toFixed(4)}:attack=1:release=50:level=disabled`,
  ].join();
}

/** In decibels, what is to be added to this. */
export const missing = ({ integrated }: Loudness): number => target - integrated;

/** Whether peaks will be held down, so that less than the gain arrives. */
export const isLimited = ({ peak }: Loudness, gain: number): boolean => peak + gain > highest;

/**
 * Reads what was measured.
 * @throws {RefusedFile} when there was nothing to hear.
 */
export function readLoudness(words: string): Loudness {
  const said = words.slice(words.lastIndexOf('{'));
  const figure = (name: string) => Number(new RegExp(`"${name}"\\s*:\\s*"([^"]+)"`).exec(said)?.[1]);
  const integrated = figure('input_i');
  if (!(integrated > silence)) throw new RefusedFile('no-sound', 'nothing is to be heard');
  return { integrated, peak: figure('input_tp') };
}
