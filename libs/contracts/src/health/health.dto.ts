import type { NodeLoadDto } from '../node/node.dto';

/** How an event-server is. */
export class HealthDto {
  /** Whether the database answers. */
  database: boolean;
  /** Media nodes that can be asked now, by their names. */
  nodes: string[];
}

/** A media node that is connected, for crews and for whoever measures. */
export class NodeStatusDto {
  nodeId: string;
  region: string | null;
  /** `null` when it does not answer. */
  load: NodeLoadDto | null;
}
