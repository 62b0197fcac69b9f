import type { Layout } from '@manyhalls/contracts';

/** Boxes on a screen of 32 × 18: x, y, width, height. */
const boxes: Record<Layout, [x: number, y: number, width: number, height: number][]> = {
  'all-halls': [
    [1, 1, 21, 16],
    [23, 1, 8, 5],
    [23, 6.5, 8, 5],
    [23, 12, 8, 5],
  ],
  single: [[1, 1, 30, 16]],
  'speaker-slides': [
    [1, 1, 20, 16],
    [22, 5, 9, 8],
  ],
  'two-halls': [
    [1, 3, 14.5, 12],
    [16.5, 3, 14.5, 12],
  ],
  gallery: [
    [1, 1, 14.5, 7.5],
    [16.5, 1, 14.5, 7.5],
    [1, 9.5, 14.5, 7.5],
    [16.5, 9.5, 14.5, 7.5],
  ],
  slate: [],
};

/** What a layout looks like, small. */
export function LayoutPictogram({ layout }: { layout: Layout }) {
  return (
    <svg viewBox="0 0 32 18" width="48" height="27" aria-hidden>
      <rect width="32" height="18" rx="1.5" fill="currentColor" opacity="0.25" />
      {boxes[layout].map(([x, y, width, height]) => (
        <rect key={`${x} ${y}`} {...{ x, y, width, height }} rx="0.8" fill="currentColor" opacity="0.85" />
      ))}
      {layout === 'slate' && <path d="M8 7h16M11 11h10" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}
