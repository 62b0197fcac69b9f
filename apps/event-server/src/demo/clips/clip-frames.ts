import { Mask, widthOf, type Lettering } from './mask';

export const picture = { width: 640, height: 360, seconds: 30, framesPerSecond: 25 } as const;
/** The lettering changes ten times a second: the clock shows tenths. */
export const letteringRate = 10;

const name = { y: 96, height: 92, thickness: 13 };
const clock = { y: 236, height: 34, thickness: 5 };
const bar = { y: 302, width: 300, thickness: 4 };

/** The white parts of a clip, frame by frame: the hall's city, a clock, and a bar that fills in the course of the clip. */
export function* letteringFrames(city: string): Generator<Buffer> {
  const still = new Mask(picture.width, picture.height);
  still.write(centred({ text: city.toUpperCase(), ...name }));
  const left = (picture.width - bar.width) / 2;
  const end = { x: left + bar.width, y: bar.y };
  still.line({ x: left, y: bar.y }, end, 1);

  // Digits that change their width would make the clock tremble.
  const clockLeft = centred({ text: '00:00.0', ...clock }).x;
  const frames = picture.seconds * letteringRate;
  for (let frame = 0; frame < frames; frame++) {
    const mask = new Mask(picture.width, picture.height);
    still.pixels.copy(mask.pixels);
    mask.write({ text: clockText(frame), x: clockLeft, ...clock });
    const filled = { x: left + (bar.width * frame) / frames, y: bar.y };
    mask.line({ x: left, y: bar.y }, filled, bar.thickness);
    yield mask.pixels;
  }
}

export function clockText(frame: number): string {
  const tenths = frame % letteringRate;
  const seconds = Math.floor(frame / letteringRate) % 60;
  const minutes = Math.floor(frame / letteringRate / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(minutes)}:${two(seconds)}.${tenths}`;
}

function centred(lettering: Omit<Lettering, 'x'>): Lettering {
  return { ...lettering, x: (picture.width - widthOf(lettering)) / 2 };
}
