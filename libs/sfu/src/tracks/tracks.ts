import { Fault, type FeedTrackIdDto, type WatchedKind } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import type { Tell } from '../tell';
import { Track, type TrackParts } from './track';
import { WorkerPipes } from './worker-pipes';

const keyOf = (feedId: string, kind: WatchedKind) => `${feedId} ${kind}`;

/** Every track this node has, whoever it is from; one generation of each. */
export class Tracks {
  private readonly tracks = new Map<string, Track>();
  private readonly pipes = new WorkerPipes();

  constructor(
    private readonly tell: Tell,
    private readonly unwatchedMs: number,
  ) {}

  get all(): Track[] {
    return [...this.tracks.values()];
  }

  find({ feedId, kind }: FeedTrackIdDto): Track | undefined {
    return this.tracks.get(keyOf(feedId, kind));
  }

  ofFeed(feedId: string): Track[] {
    return [this.find({ feedId, kind: 'audio' }), this.find({ feedId, kind: 'video' })].filter(
      (track) => track !== undefined,
    );
  }

  /** @throws {Fault} `not-found` when the track is not here, or only in an older generation. */
  get(id: FeedTrackIdDto, generation = 0): Track {
    const track = this.find(id);
    if (!track || track.generation < generation) {
      throw new Fault('not-found', `this node does not have the ${id.kind} of feed ${id.feedId}`);
    }
    return track;
  }

  /** @throws {Fault} `conflict` when the node has a newer generation already: who asks is behind. */
  refuseOlder(id: FeedTrackIdDto, generation: number): void {
    const present = this.find(id);
    if (present && present.generation > generation) {
      throw new Fault(
        'conflict',
        `generation ${generation} is older than ${present.generation}, which is here`,
        {
          generation: present.generation,
        },
      );
    }
  }

  /**
   * Takes a track in, in place of the one that is there; that one's consumers are closed.
   * @throws {Fault} `conflict` when a newer generation came meanwhile; the producer is closed then.
   */
  put(parts: TrackParts): Track {
    try {
      this.refuseOlder(parts, parts.generation);
    } catch (error) {
      parts.producer.close();
      throw error;
    }
    this.remove(parts);
    const track = new Track(parts, this.pipes, this.unwatchedMs, (unwatched) =>
      this.dropUnwatched(unwatched),
    );
    const key = keyOf(track.feedId, track.kind);
    this.tracks.set(key, track);
    onClose(parts.producer, () => {
      // Still listed: nobody asked for it to end. A playout and a link tell of their ends themselves.
      if (this.tracks.get(key) !== track) return;
      this.tracks.delete(key);
      const { feedId, kind, sessionId, generation } = track;
      if (track.origin.by === 'peer') this.tell('track:lost', { feedId, kind, sessionId, generation });
    });
    return track;
  }

  /** Ends a track on purpose, so that it is not told as lost. */
  remove(id: FeedTrackIdDto): void {
    const track = this.find(id);
    if (!track) return;
    this.tracks.delete(keyOf(track.feedId, track.kind));
    track.close();
  }

  private dropUnwatched(track: Track): void {
    if (track.origin.by !== 'link') return;
    this.remove(track.id);
    const { sessionId, feedId, kind } = track;
    this.tell('track:unwatched', { sessionId, remoteNodeId: track.origin.remoteNodeId, feedId, kind });
  }
}
