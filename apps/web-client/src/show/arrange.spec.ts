import { arrange, type Arrangement, type Box, type Size } from './arrange';

const places: Record<string, Size> = {
  desktop: { width: 907, height: 560 },
  phone: { width: 390, height: 334 },
  'a tall phone': { width: 390, height: 439 },
  projector: { width: 1920, height: 1080 },
};
const arrangements: Arrangement[] = ['single', 'beside', 'equal'];
const cases = Object.entries(places).flatMap(([name, place]) =>
  arrangements.flatMap((arrangement) =>
    [1, 2, 3, 5, 8].map((count) => [count, arrangement, name, place] as const),
  ),
);

const overlap = (one: Box, other: Box) =>
  one.left < other.left + other.width - 0.01 &&
  other.left < one.left + one.width - 0.01 &&
  one.top < other.top + other.height - 0.01 &&
  other.top < one.top + one.height - 0.01;

it.each(cases)('keeps %i pictures (%s) whole and apart on a %s', (count, arrangement, _name, place) => {
  const boxes = arrange(arrangement, count, place);
  expect(boxes).toHaveLength(count);
  for (const { left, top, width, height } of boxes) {
    expect(width).toBeGreaterThan(0);
    expect(width / height).toBeCloseTo(16 / 9);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.01);
    expect(left + width).toBeLessThanOrEqual(place.width + 0.01);
    expect(top + height).toBeLessThanOrEqual(place.height + 0.01);
  }
  const apart = arrangement === 'single' ? boxes.slice(1) : boxes;
  apart.forEach((one, index) =>
    apart.slice(index + 1).forEach((other) => expect(overlap(one, other)).toBe(false)),
  );
});

const [desktop, phone] = [places.desktop as Size, places['a tall phone'] as Size];
const pair = (arrangement: Arrangement, place: Size) => arrange(arrangement, 2, place) as [Box, Box];

it('has a speaker beside the slides, and on a phone under them', () => {
  const [slides, speaker] = pair('beside', desktop);
  expect(speaker.left).toBeGreaterThan(slides.left + slides.width);
  const [upper, lower] = pair('beside', phone);
  expect(lower.top).toBeGreaterThan(upper.top + upper.height);
});

it('has two halls side by side, and on a phone one above the other', () => {
  const [left, right] = pair('equal', desktop);
  expect(right.left).toBeGreaterThan(left.left);
  expect(right.top).toBe(left.top);
  const [upper, lower] = pair('equal', phone);
  expect(lower.top).toBeGreaterThan(upper.top);
});

it('has no size before its place has one', () => {
  expect(arrange('equal', 2, { width: 0, height: 0 })).toEqual(
    Array.from({ length: 2 }, () => ({ left: 0, top: 0, width: 0, height: 0 })),
  );
});
