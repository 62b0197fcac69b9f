import { realTimeArgumentsOf } from './real-time';

describe('ffmpeg keeps to the clock from the first frame on', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright', 1],
    ['ffmpeg version n6.0.1 Copyright', 1],
    ['ffmpeg version 6.1.1-3ubuntu5 Copyright', 3],
    ['ffmpeg version n7.0-7-gd38bf5e08e-20240407 Copyright', 3],
    ['ffmpeg version N-118193-g5f38c82536 Copyright', 3],
  ])('%s', (words, count) => {
    expect(realTimeArgumentsOf(words)).toHaveLength(count);
  });
});
