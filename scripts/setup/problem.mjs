// @ts-check

/** Something that the person at the terminal can put right: shown in words, without a stack. */
export class Problem extends Error {}

/**
 * The end of every command: says what went wrong and leaves with a failure.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  const text =
    error instanceof Problem ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`\n${text}\n`);
  process.exit(1);
}
