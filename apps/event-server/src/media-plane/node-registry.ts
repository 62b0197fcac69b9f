import { Injectable, Logger } from '@nestjs/common';
import {
  decode,
  Fault,
  nodeBroadcastDtos,
  nodeRequestDtos,
  type NodeBroadcast,
  type NodeReply,
  type NodeRequest,
  type NodeVerb,
} from '@manyhalls/contracts';
import { decodeAck } from './decode-ack';
import {
  MediaPlane,
  type BroadcastListener,
  type ConnectedNode,
  type MediaPlaneListener,
} from './media-plane';

/** How long a node may take to answer, in milliseconds. */
const answerWithinMs = 5000;

/** How an adapter reaches one node. What comes back is an acknowledgement nobody has looked at yet. */
export type NodeChannel = (verb: NodeVerb, request: unknown) => Promise<unknown>;

/**
 * The nodes that are connected, whichever adapter brought them: adapters only carry messages, and everything that
 * they must have in common (validation, time limit, who listens) is here once.
 */
@Injectable()
export class NodeRegistry extends MediaPlane {
  private readonly logger = new Logger('MediaPlane');
  private readonly connections = new Map<string, { node: ConnectedNode; channel: NodeChannel }>();
  private readonly listeners = new Set<MediaPlaneListener>();

  nodes(): ConnectedNode[] {
    return [...this.connections.values()].map(({ node }) => node);
  }

  async request<Verb extends NodeVerb>(
    nodeId: string,
    verb: Verb,
    request: NodeRequest<Verb>,
  ): Promise<NodeReply<Verb>> {
    const connection = this.connections.get(nodeId);
    if (!connection) throw new Fault('media-unavailable', `media node ${nodeId} is not connected`);
    return ask(connection.channel, verb, request);
  }

  listen(listener: MediaPlaneListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * For adapters: a node can be reached. Replaces an earlier connection of the same node.
   * @throws {Fault} when the node does not give a report that fits.
   */
  async connect(node: ConnectedNode, channel: NodeChannel): Promise<void> {
    const report = await ask(channel, 'node:report', {});
    this.connections.set(node.nodeId, { node, channel });
    this.logger.log(
      `${node.nodeId} connected with ${report.peers.length} peers, ${report.feeds.length} tracks`,
    );
    this.each((listener) => listener.nodeConnected?.(node, report));
  }

  /** For adapters: the channel is gone. Nothing happens when the node is connected through another one by now. */
  disconnect(nodeId: string, channel: NodeChannel): void {
    if (this.connections.get(nodeId)?.channel !== channel) return;
    this.connections.delete(nodeId);
    this.logger.warn(`${nodeId} disconnected`);
    this.each((listener) => listener.nodeDisconnected?.(nodeId));
  }

  /** For adapters: a node told something. What does not fit is dropped, with a line in the log. */
  told(nodeId: string, event: NodeBroadcast, payload: unknown): void {
    try {
      this.tell(nodeId, event, payload);
    } catch (error) {
      this.logger.error(`${nodeId} told ${event}: ${String(error)}`);
    }
  }

  private tell<Event extends NodeBroadcast>(nodeId: string, event: Event, payload: unknown): void {
    const decoded = decode(nodeBroadcastDtos[event], payload);
    this.each((listener: BroadcastListener) => listener[event]?.(nodeId, decoded));
  }

  /** One listener's fault must not keep the others from hearing. */
  private each(tell: (listener: MediaPlaneListener) => void): void {
    for (const listener of this.listeners) {
      try {
        tell(listener);
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}

async function ask<Verb extends NodeVerb>(
  channel: NodeChannel,
  verb: Verb,
  request: NodeRequest<Verb>,
): Promise<NodeReply<Verb>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Fault('timeout', `${verb} was not answered in ${answerWithinMs} ms`)),
      answerWithinMs,
    );
  });
  try {
    return decodeAck(nodeRequestDtos[verb].reply, await Promise.race([channel(verb, request), late]));
  } finally {
    clearTimeout(timer);
  }
}
