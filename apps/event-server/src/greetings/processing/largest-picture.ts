/** In pixels: 4K as cinemas have it, upright or lying. Said in docs/greetings.md. */
export const largestPicture = 4096 * 2304;
