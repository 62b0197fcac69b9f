import type { NodeBroadcast, NodeBroadcastPayload } from '@manyhalls/contracts';
import type { MediaPlane } from '../../apps/event-server/src/media-plane/media-plane';

/**
 * The next time a node tells this. Listen before doing what causes it.
 * @param fits which one is meant; default: any.
 */
export function told<Event extends NodeBroadcast>(
  plane: MediaPlane,
  event: Event,
  fits: (payload: NodeBroadcastPayload<Event>) => boolean = () => true,
): Promise<{ nodeId: string; payload: NodeBroadcastPayload<Event> }> {
  return new Promise((resolve) => {
    const stop = plane.listen({
      [event]: (nodeId: string, payload: NodeBroadcastPayload<Event>) => {
        if (!fits(payload)) return;
        stop();
        resolve({ nodeId, payload });
      },
    });
  });
}
