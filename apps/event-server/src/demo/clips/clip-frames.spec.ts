import { demoVenues } from '../demo-event';
import { clockText, letteringFrames, letteringRate, picture } from './clip-frames';
import { Mask, widthOf } from './mask';

describe('the clips of demo halls', () => {
  it('have a clock that counts tenths', () => {
    expect(clockText(0)).toBe('00:00.0');
    expect(clockText(9)).toBe('00:00.9');
    expect(clockText(299)).toBe('00:29.9');
    expect(clockText(600)).toBe('01:00.0');
  });

  it.each(demoVenues.map(({ clip }) => clip.city))('have letters for %s, inside the picture', (city) => {
    const [first, second] = letteringFrames(city);
    expect(first?.length).toBe(picture.width * picture.height);
    // The clock and the bar move.
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(false);
    const leftmost = Array.from({ length: picture.height }, (_, row) => first?.[row * picture.width]);
    expect(leftmost.every((pixel) => pixel === 0)).toBe(true);
    expect(widthOf({ text: city.toUpperCase(), height: 92, thickness: 13 })).toBeLessThan(picture.width);
  });

  it('have as many frames as the clip is long', () => {
    expect([...letteringFrames('Jinan')]).toHaveLength(picture.seconds * letteringRate);
  });

  it('repeat without a seam: whole turns of the tone', () => {
    for (const { clip } of demoVenues) expect(Number.isInteger(clip.toneHz * picture.seconds)).toBe(true);
    expect(new Set(demoVenues.map(({ clip }) => clip.toneHz)).size).toBe(demoVenues.length);
  });
});

describe('a mask', () => {
  it('refuses letters it does not have', () => {
    expect(() => new Mask(10, 10).write({ text: 'ß', x: 0, y: 0, height: 8, thickness: 1 })).toThrow(
      RangeError,
    );
  });

  it('covers what a stroke covers, softly at its edge', () => {
    const mask = new Mask(9, 9);
    mask.line({ x: 4.5, y: 0 }, { x: 4.5, y: 9 }, 3);
    const row = [...mask.pixels.subarray(4 * 9, 5 * 9)];
    expect(row).toEqual([0, 0, 0, 255, 255, 255, 0, 0, 0]);
  });

  it('leaves out what lies outside the picture', () => {
    const mask = new Mask(4, 4);
    mask.line({ x: -10, y: -10 }, { x: -5, y: 20 }, 2);
    expect(mask.pixels.every((pixel) => pixel === 0)).toBe(true);
  });
});
