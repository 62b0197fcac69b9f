import type { Refusal } from '@manyhalls/contracts';

/** The file cannot be used, and trying again would not change that. */
export class RefusedFile extends Error {
  constructor(
    readonly refusal: Refusal,
    /** For the log; the office is told the refusal in its own language. */
    words: string,
  ) {
    super(words);
  }
}
