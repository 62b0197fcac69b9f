/** What is taken; said in docs/greetings.md. */
export const longestSeconds = 15 * 60;

/** In pixels: 4K as cinemas have it, upright or lying. */
export const largestPicture = 4096 * 2304;
