/** Lines that say when they are to be seen, in milliseconds: each of half a second, from the first second on. */
const starts = Array.from({ length: 8 }, (_, line) => 1_000 + 700 * line);

/** As WebVTT. */
export const subtitles = [
  'WEBVTT',
  ...starts.map((start) => `${timeOf(start)} --> ${timeOf(start + 500)}\n${start}`),
].join('\n\n');

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 23);
}
