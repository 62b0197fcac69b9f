/**
 * Letters drawn as strokes, so that a clip needs no font: there may be none on this machine, and not every ffmpeg can
 * write. Only what the demo halls' names and a clock need.
 */
type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

/** In a box of height 1, y downwards. A dot is a stroke of one point. */
export interface Glyph {
  width: number;
  strokes: readonly Stroke[];
}

const degrees = Math.PI / 180;

/** Part of an ellipse; angles in degrees, 0 to the right, 90 down. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (from + ((to - from) * step) / steps) * degrees;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

const ellipse = (x: number, y: number, rx: number, ry: number) => arc(x, y, rx, ry, 0, 360);
const glyph = (width: number, ...strokes: Stroke[]): Glyph => ({ width, strokes });
const turned = ({ width, strokes }: Glyph): Glyph =>
  glyph(width, ...strokes.map((stroke) => stroke.map(([x, y]): Point => [width - x, 1 - y])));

const six = glyph(0.56, ellipse(0.28, 0.69, 0.28, 0.31), [
  [0.42, 0],
  [0.2, 0.25],
  [0.06, 0.5],
  [0, 0.69],
]);

export const glyphs: Readonly<Record<string, Glyph>> = {
  A: glyph(
    0.76,
    [
      [0, 1],
      [0.38, 0],
      [0.76, 1],
    ],
    [
      [0.13, 0.66],
      [0.63, 0.66],
    ],
  ),
  I: glyph(0, [
    [0, 0],
    [0, 1],
  ]),
  J: glyph(0.46, [[0.46, 0], ...arc(0.23, 0.77, 0.23, 0.23, 0, 165)]),
  K: glyph(
    0.6,
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0.58, 0],
      [0, 0.62],
    ],
    [
      [0.21, 0.4],
      [0.6, 1],
    ],
  ),
  N: glyph(0.64, [
    [0, 1],
    [0, 0],
    [0.64, 1],
    [0.64, 0],
  ]),
  O: glyph(0.88, ellipse(0.44, 0.5, 0.44, 0.5)),
  S: glyph(0.56, [...arc(0.28, 0.25, 0.26, 0.25, -35, -270), ...arc(0.28, 0.75, 0.28, 0.25, -90, 150)]),
  T: glyph(
    0.66,
    [
      [0, 0],
      [0.66, 0],
    ],
    [
      [0.33, 0],
      [0.33, 1],
    ],
  ),
  Y: glyph(
    0.68,
    [
      [0, 0],
      [0.34, 0.52],
      [0.68, 0],
    ],
    [
      [0.34, 0.52],
      [0.34, 1],
    ],
  ),
  '0': glyph(0.56, ellipse(0.28, 0.5, 0.28, 0.5)),
  '1': glyph(0.56, [
    [0.1, 0.22],
    [0.34, 0],
    [0.34, 1],
  ]),
  '2': glyph(0.56, [...arc(0.28, 0.28, 0.27, 0.28, -170, 40), [0, 1], [0.56, 1]]),
  '3': glyph(0.56, [...arc(0.26, 0.25, 0.24, 0.25, -150, 90), ...arc(0.26, 0.75, 0.28, 0.25, -90, 150)]),
  '4': glyph(0.56, [
    [0.42, 1],
    [0.42, 0],
    [0, 0.7],
    [0.56, 0.7],
  ]),
  '5': glyph(0.56, [[0.5, 0], [0.08, 0], [0.04, 0.45], ...arc(0.26, 0.68, 0.29, 0.32, -135, 145)]),
  '6': six,
  '7': glyph(0.56, [
    [0, 0],
    [0.56, 0],
    [0.18, 1],
  ]),
  '8': glyph(0.56, ellipse(0.28, 0.24, 0.23, 0.24), ellipse(0.28, 0.74, 0.28, 0.26)),
  '9': turned(six),
  ':': glyph(0.1, [[0.05, 0.3]], [[0.05, 0.8]]),
  '.': glyph(0.1, [[0.05, 0.97]]),
};
