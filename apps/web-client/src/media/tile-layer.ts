import { useLayoutEffect, type RefObject } from 'react';
import type { PictureLayer } from '@manyhalls/contracts';
import { useMedia } from './MediaRoom';

/**
 * The smallest layer that looks sharp on a tile of this height, in device pixels. Halls publish 180p, 360p and 720p;
 * a picture may be stretched by a quarter before anybody minds.
 */
export function layerFor(height: number): PictureLayer {
  if (height <= 0) return 'off';
  if (height <= 225) return 'low';
  return height <= 450 ? 'middle' : 'high';
}

/**
 * Keeps the receiver informed of how large an element shows a feed; one scrolled out of sight shows nothing.
 * @param thin whether a small picture is all that arrives
 */
export function useTileLayer(
  feedId: string | undefined,
  element: RefObject<HTMLElement | null>,
  thin: boolean,
): void {
  const { receiver } = useMedia();
  useLayoutEffect(() => {
    const tile = element.current;
    if (!tile || !feedId) return;
    const id = Symbol(feedId);
    let inSight = true;
    const tell = () => {
      const layer = inSight ? layerFor(tile.clientHeight * window.devicePixelRatio) : 'off';
      receiver.setTile(feedId, id, thin && layer !== 'off' ? 'low' : layer);
    };
    const size = new ResizeObserver(tell);
    const sight = new IntersectionObserver((entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? true;
      tell();
    });
    tell();
    size.observe(tile);
    sight.observe(tile);
    // Zooming, and moving the window to a screen of another density.
    window.addEventListener('resize', tell);
    return () => {
      size.disconnect();
      sight.disconnect();
      window.removeEventListener('resize', tell);
      receiver.setTile(feedId, id, null);
    };
  }, [receiver, feedId, element, thin]);
}
