/** Two of the product's node engines, each with a media worker of its own, told what an event-server would tell them. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { NodeReply, NodeRequest, NodeVerb, TrackKind } from '@manyhalls/contracts';
import { NodeEngine } from '@manyhalls/sfu';
import { freePorts } from '../../factories/ports';
import type { Defer } from '../lib/report';
import type { Publisher } from '../lib/rtc/publisher';
import { Viewer } from '../lib/rtc/viewer';

export interface Track {
  sessionId: string;
  feedId: string;
  kind: TrackKind;
}

export class Node {
  private constructor(
    readonly nodeId: string,
    private readonly engine: NodeEngine,
  ) {}

  static async start(nodeId: string, defer: Defer): Promise<Node> {
    const [portBase, pipePort] = (await freePorts(2)) as [number, number];
    const settings = {
      nodeId,
      listenIp: '127.0.0.1',
      announcedAddress: '127.0.0.1',
      portBase,
      pipePorts: { min: pipePort, max: pipePort + 50 },
      workers: 1,
      workerBin: process.env.MEDIASOUP_WORKER_BIN,
      filesFolder: tmpdir(),
    };
    const engine = await NodeEngine.create(settings, () => {});
    defer(() => engine.close());
    return new Node(nodeId, engine);
  }

  async ask<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    const answer = await this.engine.handle(verb, request);
    if (!answer.ok) throw new Error(`${verb} at ${this.nodeId}: ${answer.error.message}`);
    return answer.data as NodeReply<Verb>;
  }

  async publish(publisher: Publisher, { sessionId, feedId, kind }: Track): Promise<void> {
    const peerId = randomUUID();
    await this.ask('peer:open', { peerId, sessionId, audience: false });
    const transport = await this.ask('transport:open', { peerId, direction: 'send' });
    const transportId = transport.id;
    await publisher.publish(transport, (dtlsParameters) =>
      this.ask('transport:connect', { peerId, transportId, dtlsParameters }),
    );
    const { rtpParameters } = publisher;
    await this.ask('track:produce', { peerId, transportId, feedId, kind, generation: 1, rtpParameters });
  }

  async watch(viewer: Pick<Viewer, 'watch'>, { sessionId, feedId, kind }: Track): Promise<void> {
    const peerId = randomUUID();
    await this.ask('peer:open', { peerId, sessionId, audience: true });
    const transport = await this.ask('transport:open', { peerId, direction: 'receive' });
    const transportId = transport.id;
    const { rtpCapabilities } = Viewer;
    const consumer = await this.ask('track:consume', {
      peerId,
      feedId,
      kind,
      generation: 1,
      standby: false,
      rtpCapabilities,
    });
    await viewer.watch(transport, [consumer], (dtlsParameters) =>
      this.ask('transport:connect', { peerId, transportId, dtlsParameters }),
    );
    await this.ask('consumer:tune', { peerId, consumerId: consumer.id, layer: 'high' });
  }
}

/** Makes a track that is published on one node consumable on another, over a pipe. */
export async function pipe({ sessionId, feedId, kind }: Track, from: Node, to: Node): Promise<void> {
  const toFrom = { sessionId, remoteNodeId: from.nodeId };
  const toTo = { sessionId, remoteNodeId: to.nodeId };
  const near = await from.ask('link:open', toTo);
  const far = await to.ask('link:open', toFrom);
  await from.ask('link:connect', { ...toTo, linkId: near.linkId, remote: far });
  await to.ask('link:connect', { ...toFrom, linkId: far.linkId, remote: near });
  const track = await from.ask('link:send', { ...toTo, feedId, kind });
  await to.ask('link:receive', { ...toFrom, track });
}
