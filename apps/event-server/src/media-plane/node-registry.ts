import { Injectable, Logger } from '@nestjs/common';
import {
  decode,
  Fault,
  nodeBroadcastDtos,
  type NodeBroadcast,
  type NodeReply,
  type NodeRequest,
  type NodeVerb,
} from '@manyhalls/contracts';
import {
  MediaPlane,
  type BroadcastListener,
  type ConnectedNode,
  type MediaPlaneListener,
} from './media-plane';
import { NodeConnection, type NodeChannel } from './node-connection';

/** How long a node may take to answer, in milliseconds. */
const answerWithinMs = 5000;
/** How long a node may take to show that it is alive, in milliseconds. */
const aliveWithinMs = 1000;

/**
 * The nodes that are connected, whichever adapter brought them: adapters only carry messages, and everything that they
 * have in common (validation, time limit, who listens) is here once. So both can be used at the same time.
 */
@Injectable()
export class NodeRegistry extends MediaPlane {
  private readonly logger = new Logger('MediaPlane');
  private readonly connections = new Map<string, NodeConnection>();
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
    return connection.ask(verb, request);
  }

  listen(listener: MediaPlaneListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** For adapters: whether a node of this name is connected and answers at once. */
  async isAlive(nodeId: string): Promise<boolean> {
    const connection = this.connections.get(nodeId);
    if (!connection) return false;
    return connection.ask('node:load', {}, aliveWithinMs).then(
      () => true,
      () => false,
    );
  }

  /**
   * For adapters: a node can be reached. Replaces an earlier connection of the same node.
   * @returns a function to call when it can be reached no more.
   * @throws {Fault} when the node does not give a report that fits.
   */
  async connect(node: ConnectedNode, channel: NodeChannel): Promise<() => void> {
    const connection = new NodeConnection(node, channel, answerWithinMs);
    const report = await connection.ask('node:report', {});
    this.connections.get(node.nodeId)?.close();
    this.connections.set(node.nodeId, connection);
    this.logger.log(`${node.nodeId} connected, ${report.peers.length} peers, ${report.feeds.length} tracks`);
    this.each((listener) => listener.nodeConnected?.(node, report));
    return () => this.disconnect(connection);
  }

  /** For adapters: a node told something. What does not fit is dropped, with a line in the log. */
  told(nodeId: string, event: NodeBroadcast, payload: unknown): void {
    try {
      this.tell(nodeId, event, payload);
    } catch (error) {
      this.logger.error(`${nodeId} told ${event}: ${String(error)}`);
    }
  }

  private disconnect(connection: NodeConnection): void {
    connection.close();
    const { nodeId } = connection.node;
    if (this.connections.get(nodeId) !== connection) return;
    this.connections.delete(nodeId);
    this.logger.warn(`${nodeId} disconnected`);
    this.each((listener) => listener.nodeDisconnected?.(nodeId));
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
