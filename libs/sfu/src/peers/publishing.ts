import type { types } from 'mediasoup';
import { Fault, type PauseProducerDto, type ProduceDto, type RtpParametersDto } from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import { toRtpParameters } from '../rtp';
import { shared } from '../shared';
import type { Tracks } from '../tracks/tracks';
import type { Peers } from './peers';

/**
 * Chromium ignores a request for a keyframe that comes within 300 ms of another, and mediasoup asks again only after a
 * second: of two viewers who join shortly after each other, the second would wait that long for a picture. With a
 * delay, in milliseconds, mediasoup holds such a request back until the browser listens again.
 */
const keyFrameRequestDelay = 350;

/** What peers publish. */
export class Publishing {
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(
    private readonly peers: Peers,
    private readonly tracks: Tracks,
  ) {}

  /**
   * Publishes a track of a feed in place of its older generation, which ends only when the new one is there.
   * @returns the producer's id; the same for a request that is sent again.
   * @throws {Fault} `conflict` when the node has this generation from elsewhere, or a newer one; `not-found` for
   * another's transport; `bad-media-parameters` when mediasoup refuses.
   */
  async produce({
    peerId,
    transportId,
    feedId,
    kind,
    generation,
    rtpParameters,
  }: ProduceDto): Promise<string> {
    const peer = this.peers.get(peerId);
    const { transport } = peer.transport(transportId);
    if (transport !== peer.transportTo('send').transport) {
      throw new Fault('conflict', 'this transport does not send');
    }
    this.tracks.refuseOlder({ feedId, kind }, generation);
    const present = this.tracks.find({ feedId, kind });
    if (present?.generation === generation && present.origin.by === 'peer') {
      const { origin, source } = present;
      if (origin.peerId === peerId && origin.transportId === transportId) return source.producer.id;
      throw new Fault('conflict', 'this generation of the track was published from elsewhere');
    }
    const key = [peerId, transportId, feedId, kind, generation].join(' ');
    return shared(this.underWay, key, async () => {
      try {
        // A browser gives a stream's place to another one only when it has ended the first.
        if (present && isPlaceOf(present.source.producer, rtpParameters)) this.tracks.remove(present.id);
        const producer = await byMediasoup(() =>
          transport.produce({ kind, rtpParameters: toRtpParameters(rtpParameters), keyFrameRequestDelay }),
        );
        const origin = { by: 'peer', peerId, transportId } as const;
        this.tracks.put({ feedId, kind, generation, origin, home: peer.home, producer });
        return producer.id;
      } finally {
        this.underWay.delete(key);
      }
    });
  }

  /** Pauses or resumes a track for everybody, on every node. @throws {Fault} `not-found`. */
  async pause({ feedId, kind, paused }: PauseProducerDto): Promise<void> {
    const { producer } = this.tracks.get({ feedId, kind }).source;
    await byMediasoup(() => (paused ? producer.pause() : producer.resume()));
  }

  /** Ends what a peer publishes, on purpose. */
  closeAllOf(peerId: string): void {
    for (const track of this.tracks.all) {
      if (track.origin.by === 'peer' && track.origin.peerId === peerId) this.tracks.remove(track.id);
    }
  }
}

/** Whether the producer sends by the same MID (RFC 8843) or SSRC, of which a transport takes one at a time. */
function isPlaceOf(
  { rtpParameters: old }: types.Producer,
  { mid, encodings = [] }: RtpParametersDto,
): boolean {
  const ssrcs = old.encodings?.map(({ ssrc }) => ssrc) ?? [];
  return (
    (mid !== undefined && mid === old.mid) ||
    encodings.some(({ ssrc }) => ssrc !== undefined && ssrcs.includes(ssrc))
  );
}
