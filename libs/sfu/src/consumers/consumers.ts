import { Fault, type ConsumeDto, type PeerConsumerDto, type TuneConsumerDto } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import type { Peer } from '../peers/peer';
import type { Peers } from '../peers/peers';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Track } from '../tracks/track';
import type { Tracks } from '../tracks/tracks';
import { Watch } from './watch';

/** What peers receive. Nothing here runs while media flows: consumers are not polled and their scores not passed on. */
export class Consumers {
  constructor(
    private readonly peers: Peers,
    private readonly tracks: Tracks,
    private readonly tell: Tell,
  ) {}

  /**
   * The peer's consumer of a track; a new one only where it has none.
   * @throws {Fault} `not-found` when the track is not on this node, `conflict` when it is another session's or the peer
   * has no transport to receive, `bad-media-parameters` when the peer cannot decode it.
   */
  async consume({ peerId, feedId, kind, generation, standby, rtpCapabilities }: ConsumeDto): Promise<Watch> {
    const peer = this.peers.get(peerId);
    const track = this.tracks.get({ feedId, kind }, generation);
    if (track.sessionId !== peer.home.sessionId)
      throw new Fault('conflict', 'the track is in another session');
    const transport = peer.transportTo('receive');
    const watch = await shared(peer.watches, track, async () => {
      const started = await Watch.start(track, peer.home, transport, rtpCapabilities, standby);
      this.follow(peer, track, started);
      return started;
    });
    if (watch.consumer.closed) throw new Fault('not-found', 'the track ended meanwhile');
    if (!standby) await watch.admit();
    return watch;
  }

  tune({ peerId, consumerId, layer }: TuneConsumerDto): Promise<void> {
    return this.peers.get(peerId).watch(consumerId).tune(layer);
  }

  close({ peerId, consumerId }: PeerConsumerDto): void {
    this.peers.get(peerId).watch(consumerId).close();
  }

  /** Sends a feed to everybody who has prepared for it. */
  async show(feedId: string): Promise<void> {
    const watches = this.peers.all.flatMap(({ consumers }) =>
      [...consumers.values()].filter(({ track }) => track.feedId === feedId),
    );
    // One that closes meanwhile is nobody's business any more.
    await Promise.all(watches.map((watch) => watch.show().catch(() => undefined)));
  }

  /** Closes what audience peers consume of a feed, and what they are just about to. */
  withdraw(feedId: string): void {
    for (const peer of this.peers.all.filter(({ audience }) => audience)) {
      for (const [track, watch] of peer.watches) {
        if (track.feedId !== feedId) continue;
        watch.then(
          (present) => {
            present.close();
            this.tell('consumer:closed', { peerId: peer.id, consumerId: present.consumer.id });
          },
          () => undefined,
        );
      }
    }
  }

  private follow(peer: Peer, track: Track, watch: Watch): void {
    const { consumer } = watch;
    peer.consumers.set(consumer.id, watch);
    consumer.once('producerclose', () =>
      this.tell('consumer:closed', { peerId: peer.id, consumerId: consumer.id }),
    );
    onClose(consumer, () => {
      peer.consumers.delete(consumer.id);
      peer.watches.delete(track);
    });
  }
}
