/**
 * How the feeds of a cue are put together: `all-halls` one large and the others small, `gallery` all equally large,
 * `slate` no picture but words.
 */
export const layouts = ['all-halls', 'single', 'speaker-slides', 'two-halls', 'gallery', 'slate'] as const;
export type Layout = (typeof layouts)[number];
