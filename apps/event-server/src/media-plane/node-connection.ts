import {
  Fault,
  nodeRequestDtos,
  type NodeReply,
  type NodeRequest,
  type NodeVerb,
} from '@manyhalls/contracts';
import { decodeAck } from './decode-ack';
import type { ConnectedNode } from './media-plane';

/** How an adapter reaches one node. What comes back is an acknowledgement nobody has looked at yet. */
export type NodeChannel = (verb: NodeVerb, request: unknown) => Promise<unknown>;

/** One connection to a node, over whatever channel: requests have a time limit, and end with the connection. */
export class NodeConnection {
  private readonly waiting = new Set<(fault: Fault) => void>();
  private closed = false;

  constructor(
    readonly node: ConnectedNode,
    readonly channel: NodeChannel,
    private readonly answerWithinMs: number,
  ) {}

  /** @throws {Fault} the node's refusal; `timeout`; `media-unavailable` when the connection ends meanwhile. */
  async ask<Verb extends NodeVerb>(
    verb: Verb,
    request: NodeRequest<Verb>,
    withinMs = this.answerWithinMs,
  ): Promise<NodeReply<Verb>> {
    return decodeAck(nodeRequestDtos[verb].reply, await this.answer(verb, request, withinMs));
  }

  close(): void {
    this.closed = true;
    for (const giveUp of this.waiting) giveUp(this.gone());
  }

  private answer(verb: NodeVerb, request: unknown, withinMs: number): Promise<unknown> {
    if (this.closed) return Promise.reject(this.gone());
    return new Promise((resolve, reject) => {
      const settled = () => {
        clearTimeout(timer);
        this.waiting.delete(giveUp);
      };
      const giveUp = (fault: Fault) => {
        settled();
        reject(fault);
      };
      const timer = setTimeout(
        () => giveUp(new Fault('timeout', `${verb} was not answered in ${withinMs} ms`)),
        withinMs,
      );
      this.waiting.add(giveUp);
      this.channel(verb, request).finally(settled).then(resolve, reject);
    });
  }

  private gone(): Fault {
    return new Fault('media-unavailable', `media node ${this.node.nodeId} is not connected`);
  }
}
