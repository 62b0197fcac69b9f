import type { NodeBroadcast, NodeBroadcastPayload } from '@manyhalls/contracts';

/** How the parts of an engine tell the event-servers something unasked. */
export type Tell = <Event extends NodeBroadcast>(event: Event, payload: NodeBroadcastPayload<Event>) => void;
