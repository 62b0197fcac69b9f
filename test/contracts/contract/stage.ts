import { randomUUID } from 'node:crypto';
import type { ErrorCode, NodeReply, NodeRequest, NodeVerb, TrackKind } from '@manyhalls/contracts';
import type { MediaPlane } from '../../../apps/event-server/src/media-plane/media-plane';
import { rtpCapabilities, rtpParameters } from '../media-parameters';

export const nobody: string = randomUUID();

export const refusal = (code: ErrorCode): unknown => expect.objectContaining({ name: 'Fault', code });

/** A media plane, and the first steps that most tests begin with. */
export class Stage {
  constructor(private readonly running: () => MediaPlane) {}

  get plane(): MediaPlane {
    return this.running();
  }

  jinan<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    return this.plane.request('jinan', verb, request);
  }

  tokyo<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    return this.plane.request('tokyo', verb, request);
  }

  async openPeer({ audience = true, sessionId = randomUUID() as string } = {}) {
    const peerId: string = randomUUID();
    await this.jinan('peer:open', { peerId, sessionId, audience });
    return { peerId, sessionId };
  }

  async openTransport(peerId: string, direction: 'send' | 'receive') {
    const { id: transportId } = await this.jinan('transport:open', { peerId, direction });
    return { peerId, transportId };
  }

  /** A published track, in its first generation. */
  async publish(kind: TrackKind, layers = 1) {
    const { peerId, sessionId } = await this.openPeer({ audience: false });
    const transport = await this.openTransport(peerId, 'send');
    const track = { feedId: randomUUID() as string, kind, generation: 1 };
    const request = { ...transport, ...track, rtpParameters: rtpParameters(kind, layers) };
    const { producerId } = await this.jinan('track:produce', request);
    return { ...track, sessionId, request, producerId };
  }

  async watch(track: { sessionId: string; feedId: string; kind: TrackKind }, audience = true) {
    const { peerId } = await this.openPeer({ audience, sessionId: track.sessionId });
    await this.openTransport(peerId, 'receive');
    const { feedId, kind } = track;
    const request = { peerId, feedId, kind, generation: 1, standby: false, rtpCapabilities };
    return { peerId, request, consumer: await this.jinan('track:consume', request) };
  }
}
