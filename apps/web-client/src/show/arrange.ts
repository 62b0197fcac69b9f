import { equalColumns } from './equal-grid';

/**
 * How several pictures share one place: `single` the first as large as it fits, what comes with it laid over its
 * corner; `beside` the first large and the others beside or under it; `equal` all of one size.
 */
export type Arrangement = 'single' | 'beside' | 'equal';

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** Between two pictures, in pixels. */
const gap = 8;
/** The width of a small picture against the place, beside a large one and over one. */
const small = { beside: 0.25, over: 0.22 };

/** Where each of `count` pictures of 16:9 stands in a place, in pixels, the first one first. */
export function arrange(arrangement: Arrangement, count: number, place: Size): Box[] {
  if (place.width <= 0 || place.height <= 0)
    return Array.from({ length: count }, () => ({ left: 0, top: 0, width: 0, height: 0 }));
  if (arrangement === 'equal') return equal(count, place);
  if (count <= 1) return [centred(fit(place), place)].slice(0, count);
  return arrangement === 'single' ? over(count, place) : beside(count, place);
}

const ratio = 16 / 9;
const fit = ({ width, height }: Size): Size => {
  const fitting = Math.max(0, Math.min(width, height * ratio));
  return { width: fitting, height: fitting / ratio };
};
const centred = (size: Size, place: Size): Box => ({
  left: (place.width - size.width) / 2,
  top: (place.height - size.height) / 2,
  ...size,
});

function over(count: number, place: Size): Box[] {
  const large = centred(fit(place), place);
  const size = fit({
    width: large.width * small.over,
    height: (large.height - gap) / (count - 1) - gap,
  });
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    ...size,
    left: large.left + large.width - size.width - gap,
    top: large.top + gap + index * (size.height + gap),
  }));
  return [large, ...others];
}

function beside(count: number, place: Size): Box[] {
  const columns = inColumn(count, place);
  const rows = inRow(count, place);
  const [column, row] = [columns[0], rows[0]];
  return column && row && row.width > column.width ? rows : columns;
}

/** The small ones in a column at the side, level with the top of the large one. */
function inColumn(count: number, place: Size): Box[] {
  const large = fit({ width: place.width * (1 - small.beside) - gap, height: place.height });
  const size = fit({
    width: place.width * small.beside,
    height: (place.height - gap * (count - 2)) / (count - 1),
  });
  const column = (size.height + gap) * (count - 1) - gap;
  const whole = { width: large.width + gap + size.width, height: Math.max(large.height, column) };
  const { left, top } = centred(whole, place);
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    ...size,
    left: left + large.width + gap,
    top: top + index * (size.height + gap),
  }));
  return [{ left, top, ...large }, ...others];
}

/** The small ones in a row below, as on a phone held upright. */
function inRow(count: number, place: Size): Box[] {
  const width = Math.min(place.width / 2, (place.width - gap * (count - 2)) / (count - 1));
  const size = { width, height: width / ratio };
  const large = fit({ width: place.width, height: place.height - size.height - gap });
  const { top } = centred({ ...large, height: large.height + gap + size.height }, place);
  const row = (size.width + gap) * (count - 1) - gap;
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    ...size,
    left: (place.width - row) / 2 + index * (size.width + gap),
    top: top + large.height + gap,
  }));
  return [{ ...large, left: (place.width - large.width) / 2, top }, ...others];
}

/** In rows, of which the last one is centred when it is not full. */
function equal(count: number, place: Size): Box[] {
  // Two face each other, also where one above the other they would be a little larger.
  const facing = count === 2 && place.width > place.height;
  const columns = facing ? 2 : equalColumns(count, place.width, place.height);
  const rows = Math.ceil(count / columns);
  const size = fit({
    width: (place.width - gap * (columns - 1)) / columns,
    height: (place.height - gap * (rows - 1)) / rows,
  });
  const { top } = centred({ width: 0, height: (size.height + gap) * rows - gap }, place);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inThisRow = Math.min(columns, count - row * columns);
    const width = (size.width + gap) * inThisRow - gap;
    return {
      ...size,
      left: (place.width - width) / 2 + (index % columns) * (size.width + gap),
      top: top + row * (size.height + gap),
    };
  });
}
