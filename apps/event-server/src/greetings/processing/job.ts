import type { Trim } from '../greeting';

/** One original, to be looked at and made into what is played. */
export interface Job {
  ffmpegBin: string;
  /** Where the original is. */
  original: string;
  trim: Trim | null;
  longestSeconds: number;
  /** Of this job alone, on the volume of the media files. */
  folder: string;
  signal: AbortSignal;
  /** From 0 to 100; told often. */
  onProgress: (progress: number) => void;
}
