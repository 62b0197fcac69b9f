import type { PictureLayer } from '@manyhalls/contracts';
import { spatialLayerOf } from './spatial-layer';

describe('the spatial layer', () => {
  it.each<[string, Exclude<PictureLayer, 'off'>, number | null]>([
    ['L3T3', 'high', 2],
    ['L3T3', 'middle', 1],
    ['L3T3', 'low', 0],
    ['L2T1', 'high', 1],
    ['L2T1', 'middle', 0],
    ['L2T1', 'low', 0],
    ['S4T1', 'middle', 1],
    ['L1T3', 'high', null],
  ])('of %s for "%s" is %s', (scalabilityMode, layer, expected) => {
    expect(spatialLayerOf({ encodings: [{ scalabilityMode }] }, layer)).toBe(expected);
  });

  it('of sound is none', () => {
    expect(spatialLayerOf({ encodings: [{}] }, 'low')).toBe(null);
    expect(spatialLayerOf({}, 'low')).toBe(null);
  });
});
