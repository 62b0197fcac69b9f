import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConsumerParametersDto, NodeReply, NodeRequest, NodeVerb } from '@manyhalls/contracts';
import { numberOf } from '../../bench/lib/rtc/opus-packet';
import { Viewer } from '../../bench/lib/rtc/viewer';
import type { HallFeed } from './hall-feed';
import { keep } from './webrtc-ends';
import type { Halls } from './halls';

/**
 * Somebody who watches one hall from one node, with a real WebRTC receiver. Like the page, they ask again when they are
 * told that what they watched was closed or lost.
 */
export class Attendee {
  readonly peerId = randomUUID();
  /** The numbers of the packets that arrived, in order of arrival. */
  readonly heard: number[] = [];
  /** How often they had to ask, from the first time on. */
  asked = 0;
  private viewer: Viewer | undefined;
  private watched: ConsumerParametersDto | undefined;
  private gone = false;
  private readonly stopListening: () => void;

  private constructor(
    private readonly halls: Halls,
    public nodeId: string,
    private readonly feed: HallFeed,
  ) {
    this.stopListening = halls.plane.listen({
      'consumer:closed': (_, { consumerId }) => {
        if (consumerId === this.watched?.id) void this.watch();
      },
      'peers:lost': (_, { peerIds }) => {
        if (peerIds.includes(this.peerId)) void this.watch();
      },
      nodeDisconnected: (nodeId) => {
        if (nodeId === this.nodeId) void this.moveUnlessHearing();
      },
    });
  }

  static async watching(halls: Halls, nodeId: string, feed: HallFeed): Promise<Attendee> {
    const attendee = new Attendee(halls, nodeId, feed);
    await attendee.watch();
    return attendee;
  }

  /** Resolves when so many more packets have arrived. */
  async hears(packets = 10): Promise<void> {
    const enough = this.heard.length + packets;
    while (this.heard.length < enough) await wait(10);
  }

  /** Resolves when nothing arrived for a while. */
  async hearsNothing(): Promise<void> {
    for (let before = -1; before < this.heard.length; await wait(200)) before = this.heard.length;
  }

  /** The numbers between the first and the last that did not arrive. */
  get missed(): number[] {
    const { heard } = this;
    const first = Math.min(...heard);
    const all = Array.from({ length: Math.max(...heard) - first + 1 }, (_, index) => first + index);
    return all.filter((number) => !heard.includes(number));
  }

  /** What they were given. */
  get consumer(): ConsumerParametersDto {
    if (!this.watched) throw new Error('they watch nothing');
    return this.watched;
  }

  async stopWatching(): Promise<void> {
    const { id: consumerId } = this.consumer;
    await this.ask('consumer:close', { peerId: this.peerId, consumerId });
  }

  /** Asks until it is given, as a page does. */
  async watch(): Promise<void> {
    for (this.watched = undefined; !this.gone; await wait(100)) {
      try {
        return await this.watchOnce();
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'Fault') throw error;
      }
    }
  }

  /** Their node cannot be told anything. While its media goes on they stay, as a page does. */
  private async moveUnlessHearing(): Promise<void> {
    const before = this.heard.length;
    await wait(500);
    if (this.heard.length > before) return;
    this.nodeId = (await this.halls.media.placePeer({})).nodeId;
    await this.watch();
  }

  leave(): Promise<unknown> {
    this.gone = true;
    this.stopListening();
    this.viewer?.close();
    return this.ask('peer:close', { peerId: this.peerId });
  }

  private ask<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    return this.halls.plane.request(this.nodeId, verb, request);
  }

  private async watchOnce(): Promise<void> {
    this.asked++;
    const { peerId, nodeId, feed } = this;
    await this.ask('peer:open', { peerId, sessionId: feed.track.sessionId, audience: true });
    const transport = await this.ask('transport:open', { peerId, direction: 'receive' });
    const transportId = transport.id;
    const { rtpCapabilities } = Viewer;
    const consumer = await this.halls.media.consume({ peerId, nodeId, track: feed.track, rtpCapabilities });
    this.viewer?.close();
    const viewer = keep(new Viewer());
    this.viewer = viewer;
    viewer.onPacket = (packet) => this.heard.push(numberOf(packet));
    this.watched = consumer;
    await viewer.watch(transport, [consumer], (dtlsParameters) =>
      this.ask('transport:connect', { peerId, transportId, dtlsParameters }),
    );
    await this.ask('consumer:tune', { peerId, consumerId: consumer.id, layer: 'high' });
  }
}
