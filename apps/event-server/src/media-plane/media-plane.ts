import type {
  NodeBroadcast,
  NodeBroadcastPayload,
  NodeReply,
  NodeReportDto,
  NodeRequest,
  NodeVerb,
} from '@manyhalls/contracts';

/** A node that is connected now. */
export interface ConnectedNode {
  nodeId: string;
  region: string | null;
}

/** What a node tells unasked, and which node. */
export type BroadcastListener = {
  [Event in NodeBroadcast]?: (nodeId: string, payload: NodeBroadcastPayload<Event>) => void;
};

/**
 * What a media plane tells whoever listens. Listen in a constructor: the nodes inside this process connect in
 * `onModuleInit`.
 */
export interface MediaPlaneListener extends BroadcastListener {
  /**
   * A node connected, for the first time or again; its report is what it really has. While this server was not
   * connected, the peers it had attached there were in grace: those whose socket lives need `peer:attach` now.
   */
  nodeConnected?(node: ConnectedNode, report: NodeReportDto): void;
  /** A node's connection is gone. Its media may well be alive: it only cannot be told anything. */
  nodeDisconnected?(nodeId: string): void;
}

/**
 * The port to media: all that this server knows of where pictures and sound are. Two adapters fill it, in-process
 * and remote; both serialise and validate every message, so that wire faults show at home.
 */
export abstract class MediaPlane {
  /** The nodes that can be asked now. */
  abstract nodes(): ConnectedNode[];

  /**
   * Asks one node.
   * @throws {Fault} the node's own refusal; `media-unavailable` when it is not connected; `timeout` after 5 s.
   */
  abstract request<Verb extends NodeVerb>(
    nodeId: string,
    verb: Verb,
    request: NodeRequest<Verb>,
  ): Promise<NodeReply<Verb>>;

  /** @returns a function that stops listening. */
  abstract listen(listener: MediaPlaneListener): () => void;
}
