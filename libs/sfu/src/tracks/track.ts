import type { types } from 'mediasoup';
import type { FeedTrackIdDto } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import type { SessionRouter } from '../sessions/sessions';
import { shared } from '../shared';
import { TrackCopy } from './track-copy';
import type { WorkerPipes } from './worker-pipes';

/** Where a node has a track from. */
export type TrackOrigin =
  | { by: 'peer'; peerId: string; transportId: string }
  | { by: 'playout' }
  | { by: 'link'; remoteNodeId: string };

export interface TrackParts extends FeedTrackIdDto {
  generation: number;
  origin: TrackOrigin;
  home: SessionRouter;
  producer: types.Producer;
}

/** One track of a feed on this node: its producer, and a copy of it in every other router where it is consumed. */
export class Track {
  readonly feedId: string;
  readonly kind: FeedTrackIdDto['kind'];
  readonly generation: number;
  readonly origin: TrackOrigin;
  readonly sessionId: string;
  /** The router its producer is in. */
  readonly home: SessionRouter;
  readonly source: TrackCopy;
  private readonly copies = new Map<SessionRouter, Promise<TrackCopy>>();

  constructor(
    parts: TrackParts,
    private readonly pipes: WorkerPipes,
    private readonly unwatchedMs: number,
    onUnwatched: (track: Track) => void,
  ) {
    this.feedId = parts.feedId;
    this.kind = parts.kind;
    this.generation = parts.generation;
    this.origin = parts.origin;
    this.sessionId = parts.home.sessionId;
    // What is published here stays until its publisher ends it; what came through a link only while it is watched.
    this.source = new TrackCopy(
      parts.producer,
      this.origin.by === 'link' ? { afterMs: unwatchedMs, tell: () => onUnwatched(this) } : null,
    );
    this.home = parts.home;
    this.copies.set(this.home, Promise.resolve(this.source));
    onClose(parts.producer, () => this.copies.clear());
  }

  /** The track's identity on the wire. */
  get id(): FeedTrackIdDto {
    return { feedId: this.feedId, kind: this.kind };
  }

  get closed(): boolean {
    return this.source.producer.closed;
  }

  close(): void {
    this.source.producer.close();
  }

  /**
   * The track as it can be consumed in a router, piped there first where needed.
   * @throws {Fault} when the track or one of the two routers is closed.
   */
  in(place: SessionRouter): Promise<TrackCopy> {
    return shared(this.copies, place, async () => {
      const twin = await this.pipes.pipe(this.source, this.home, place);
      onClose(twin, () => this.copies.delete(place));
      return new TrackCopy(twin, { afterMs: this.unwatchedMs, tell: () => twin.close() });
    });
  }
}
