import { glyphs } from './stroke-font';

export interface Lettering {
  text: string;
  /** Left end and top of the letters, and their height, in pixels. */
  x: number;
  y: number;
  height: number;
  /** Thickness of the strokes, in pixels. */
  thickness: number;
}

/** A picture of how much of each pixel is covered, 0 to 255. */
export class Mask {
  readonly pixels: Buffer;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = Buffer.alloc(width * height);
  }

  /** Draws a line of letters with round ends. @throws {RangeError} for a letter the font does not have. */
  write({ text, x, y, height, thickness }: Lettering): void {
    let left = x;
    for (const letter of text) {
      const glyph = glyphs[letter];
      if (!glyph) throw new RangeError(`no letter "${letter}"`);
      for (const stroke of glyph.strokes) {
        const points = stroke.map(([u, v]) => ({ x: left + u * height, y: y + v * height }));
        points.forEach((to, index) => this.line(points[index - 1] ?? to, to, thickness));
      }
      left += glyph.width * height + gap(height, thickness);
    }
  }

  /** Keeps the darker pixels where strokes meet: the nearest stroke counts. */
  line(from: { x: number; y: number }, to: { x: number; y: number }, thickness: number): void {
    const reach = thickness / 2 + 1;
    const [left, right] = span(from.x, to.x, reach, this.width);
    const [top, bottom] = span(from.y, to.y, reach, this.height);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const covered = thickness / 2 + 0.5 - distance({ x: column + 0.5, y: row + 0.5 }, from, to);
        const value = Math.round(255 * Math.min(1, Math.max(0, covered)));
        const index = row * this.width + column;
        if (value > (this.pixels[index] ?? 0)) this.pixels[index] = value;
      }
  }
}

/** How wide the letters of `write` come out, in pixels. */
export function widthOf({ text, height, thickness }: Omit<Lettering, 'x' | 'y'>): number {
  const widths = [...text].map((letter) => (glyphs[letter]?.width ?? 0) * height);
  return widths.reduce((sum, width) => sum + width, 0) + (widths.length - 1) * gap(height, thickness);
}

const gap = (height: number, thickness: number) => height * 0.16 + thickness;

function span(a: number, b: number, reach: number, size: number): [first: number, last: number] {
  return [
    Math.max(0, Math.floor(Math.min(a, b) - reach)),
    Math.min(size - 1, Math.ceil(Math.max(a, b) + reach)),
  ];
}

type Place = { x: number; y: number };

/** From a point to a stretch of line. */
function distance(point: Place, from: Place, to: Place): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length2 = along.x ** 2 + along.y ** 2;
  const share = length2 === 0 ? 0 : ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length2;
  const nearest = Math.min(1, Math.max(0, share));
  return Math.hypot(point.x - from.x - nearest * along.x, point.y - from.y - nearest * along.y);
}
