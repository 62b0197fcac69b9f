import { makeVideo } from './videos';

const width = 640;
const height = 360;
const columns = 8;

/**
 * A video that says in its own picture how far it is, in tenths of a second: eight blocks above for the bits, the
 * largest on the right, white for 1, and below them the opposite. So it can be read after any encoding, a picture that
 * is not of it cannot be taken for it, and no moment of it is dark. @returns where it is
 */
export function makeCodedVideo(folder: string, seconds: number): Promise<string> {
  const blocks = Array.from({ length: columns }, (_, bit) =>
    [0, 1].map((row) => {
      const place = `x=${(bit * width) / columns}:y=${(row * height) / 2}:w=${width / columns}:h=${height / 2}`;
      const isWhite = `eq(mod(floor(floor(t*10+0.01)/${2 ** bit}),2),${1 - row})`;
      return `drawbox=${place}:color=white:t=fill:enable='${isWhite}'`;
    }),
  );
  return makeVideo(folder, {
    name: 'greeting.mp4',
    seconds,
    picture: [`color=black:size=${width}x${height}:rate=25`, ...blocks.flat()].join(','),
  });
}
