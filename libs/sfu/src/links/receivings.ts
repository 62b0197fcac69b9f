import type { types } from 'mediasoup';
import {
  decode,
  Fault,
  LinkBeatDto,
  mediaKindOf,
  type LinkedTrackDto,
  type SendingStateDto,
} from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import { onClose } from '../on-close';
import { toRtpParameters } from '../rtp';
import type { SessionRouter } from '../sessions/sessions';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Track } from '../tracks/track';
import type { Tracks } from '../tracks/tracks';

/** After so many beats without a word of it, a track is no longer sent: one second. */
const beatsUntilEnded = 10;
/** After so many beats, what is sent but was never asked for here is told as unwatched: five seconds. */
const beatsUntilUnwanted = 50;

/** What one end of a link receives, held to what the other end says it sends. */
export class Receivings {
  private readonly received = new Map<string, Track>();
  private readonly underWay = new Map<string, Promise<void>>();
  private lastBeat = '';
  private sendings: SendingStateDto[] = [];
  /** By sending: beats in a row that said something else than what is here. */
  private readonly differing = new Map<string, number>();

  constructor(
    private readonly home: SessionRouter,
    private readonly remoteNodeId: string,
    private readonly pipe: types.PipeTransport,
    private readonly tracks: Tracks,
    private readonly tell: Tell,
  ) {}

  get count(): number {
    return this.received.size;
  }

  /**
   * Makes a track that the other end sends consumable here.
   * @throws {Fault} `conflict` when this node has a newer generation or publishes the track itself,
   * `bad-media-parameters` when mediasoup refuses.
   */
  async receive(linked: LinkedTrackDto): Promise<void> {
    const { sendingId } = linked;
    if (this.received.has(sendingId)) return;
    await shared(this.underWay, sendingId, () =>
      this.produce(linked).finally(() => this.underWay.delete(sendingId)),
    );
  }

  /** Follows the other end: what it paused is paused here, and what it no longer sends ends. */
  heard(beat: string): void {
    if (beat !== this.lastBeat) this.read(beat);
    for (const { sendingId, feedId, kind, paused } of this.sendings) {
      const track = this.received.get(sendingId);
      if (track) {
        this.differing.delete(sendingId);
        follow(track.source.producer, paused);
      } else if (this.differsFor(beatsUntilUnwanted, sendingId)) {
        const { sessionId } = this.home;
        this.tell('track:unwatched', { sessionId, remoteNodeId: this.remoteNodeId, feedId, kind });
      }
    }
    for (const [sendingId, track] of this.received) {
      const sent = this.sendings.some((sending) => sending.sendingId === sendingId);
      if (!sent && this.differsFor(beatsUntilEnded, sendingId)) track.close();
    }
  }

  private read(beat: string): void {
    this.lastBeat = beat;
    this.sendings = decode(LinkBeatDto, JSON.parse(beat)).sendings;
    for (const sendingId of this.differing.keys()) {
      const named = this.sendings.some((sending) => sending.sendingId === sendingId);
      if (!named && !this.received.has(sendingId)) this.differing.delete(sendingId);
    }
  }

  /** Counts a beat that differs; every so many in a row it is time to act. */
  private differsFor(beats: number, sendingId: string): boolean {
    const count = (this.differing.get(sendingId) ?? 0) + 1;
    this.differing.set(sendingId, count);
    return count % beats === 0;
  }

  private async produce({ feedId, kind, generation, sendingId, ...linked }: LinkedTrackDto): Promise<void> {
    const present = this.tracks.find({ feedId, kind });
    if (present && present.origin.by !== 'link' && present.generation >= generation) {
      throw new Fault('conflict', 'this node publishes the track itself');
    }
    this.tracks.refuseOlder({ feedId, kind }, generation);
    const producer = await byMediasoup(() =>
      this.pipe.produce({
        kind: mediaKindOf(kind),
        rtpParameters: toRtpParameters(linked.rtpParameters),
        paused: linked.paused,
      }),
    );
    const { remoteNodeId, home } = this;
    const origin = { by: 'link', remoteNodeId } as const;
    this.received.set(sendingId, this.tracks.put({ feedId, kind, generation, origin, home, producer }));
    onClose(producer, () => {
      this.received.delete(sendingId);
      this.differing.delete(sendingId);
    });
  }
}

function follow(producer: types.Producer, paused: boolean): void {
  if (producer.paused === paused) return;
  (paused ? producer.pause() : producer.resume()).catch(() => undefined); // closed meanwhile
}
