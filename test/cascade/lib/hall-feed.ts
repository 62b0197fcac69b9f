import { randomInt, randomUUID } from 'node:crypto';
import type { NodeReply, NodeRequest, NodeVerb, TrackKind } from '@manyhalls/contracts';
import type { TrackLocation } from '../../../apps/event-server/src/media-plane/links/links.service';
import { opusPacket } from '../../bench/lib/rtc/opus-packet';
import { Publisher } from '../../bench/lib/rtc/publisher';
import { keep } from './webrtc-ends';
import type { Halls } from './halls';

const packetMs = 20;

/**
 * A hall on air: a real WebRTC sender of numbered packets of sound. Like the page in the hall, it publishes anew when
 * it is told that its media is lost, and where its node comes back without it.
 */
export class HallFeed {
  readonly peerId = randomUUID();
  /** Where it is published now; what an event-server keeps of it in its database. */
  track: TrackLocation & { kind: TrackKind };
  private publisher: Publisher | undefined;
  private timer: NodeJS.Timeout | undefined;
  private number = 0;
  private readonly stopListening: () => void;

  private constructor(
    private readonly halls: Halls,
    sessionId: string,
    nodeId: string,
  ) {
    this.track = { sessionId, feedId: randomUUID(), kind: 'audio', generation: 0, originNodeId: nodeId };
    this.stopListening = halls.plane.listen({
      'peers:lost': (_, { peerIds }) => {
        if (peerIds.includes(this.peerId)) void this.publish();
      },
      nodeConnected: ({ nodeId }, { peers }) => {
        const here = peers.some(({ peerId }) => peerId === this.peerId);
        if (nodeId === this.track.originNodeId && !here) void this.publish();
      },
    });
  }

  static async onAir(halls: Halls, sessionId: string, nodeId: string): Promise<HallFeed> {
    const feed = new HallFeed(halls, sessionId, nodeId);
    await feed.publish();
    return feed;
  }

  async publish(): Promise<void> {
    clearInterval(this.timer);
    this.publisher?.close();
    const { sessionId, feedId, kind } = this.track;
    const { peerId } = this;
    const publisher = keep(new Publisher(kind, randomInt(1, 2 ** 31)));
    this.publisher = publisher;
    await this.ask('peer:open', { peerId, sessionId, audience: false });
    const transport = await this.ask('transport:open', { peerId, direction: 'send' });
    const transportId = transport.id;
    const generation = this.track.generation + 1;
    const { rtpParameters } = publisher;
    await this.ask('track:produce', { peerId, transportId, feedId, kind, generation, rtpParameters });
    await publisher.publish(transport, (dtlsParameters) =>
      this.ask('transport:connect', { peerId, transportId, dtlsParameters }),
    );
    this.track = { ...this.track, generation };
    this.send(publisher);
  }

  async leave(): Promise<void> {
    this.stopListening();
    clearInterval(this.timer);
    this.publisher?.close();
    await this.ask('peer:close', { peerId: this.peerId });
  }

  private ask<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    return this.halls.plane.request(this.track.originNodeId, verb, request);
  }

  private send(publisher: Publisher): void {
    this.timer = setInterval(() => {
      if (publisher.open) publisher.send(opusPacket(publisher.ssrc, this.number++));
    }, packetMs);
  }
}
