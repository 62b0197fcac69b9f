import { parseScalabilityMode, type types } from 'mediasoup';
import type { PictureLayer } from '@manyhalls/contracts';

/**
 * Which spatial layer of a consumer is meant, counted from 0; `null` when it has only one.
 * With two layers, "middle" is the lower one: it is half the size already.
 */
export function spatialLayerOf(
  { encodings }: Pick<types.RtpParameters, 'encodings'>,
  layer: Exclude<PictureLayer, 'off'>,
): number | null {
  const { spatialLayers } = parseScalabilityMode(encodings?.[0]?.scalabilityMode);
  if (spatialLayers < 2) return null;
  const top = spatialLayers - 1;
  return { high: top, middle: Math.floor(top / 2), low: 0 }[layer];
}
