import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WatchedKind } from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import { ShowService } from '../show/show.service';
import type { Feed } from './feed';
import { FeedRows } from './feed-rows.service';

/** One generation of a feed, as a node plays it. */
export interface PlayedFeed {
  nodeId: string;
  generation: number;
  kinds: readonly WatchedKind[];
}

/** What feeds have in common that play a file: over and over, or once. */
@Injectable()
export class Playouts {
  private readonly logger = new Logger('Playouts');

  constructor(
    private readonly rows: FeedRows,
    private readonly shows: ShowService,
    private readonly plane: MediaPlane,
  ) {}

  /**
   * Makes what a node plays the feed's tracks, and ends it there when nobody wants it any more.
   * @param also what is changed in the same moment; resolves with whether it is wanted at all
   */
  async adopt(
    { id: feedId, sessionId }: Pick<Feed, 'id' | 'sessionId'>,
    { nodeId, generation, kinds }: PlayedFeed,
    also: (manager: EntityManager) => Promise<boolean> = async () => true,
  ): Promise<void> {
    const { result: isWanted } = await this.shows.change(sessionId, async ({ feeds, manager }) => {
      const feed = feeds.find(({ id }) => id === feedId);
      if (!feed) return false;
      // Another server was quicker: unless it plays here too, this one is of no use.
      const newer = feed.tracks.find((track) => track.generation > generation);
      if (newer) return newer.nodeId === nodeId;
      if (!(await also(manager))) return false;
      const tracks = kinds.map((kind) => ({ kind, generation, nodeId }));
      await this.rows.update(manager, feedId, { tracks, online: true });
      return true;
    });
    if (!isWanted) await this.plane.request(nodeId, 'playout:stop', { feedId, generation });
  }

  /** A node that does not hear it now finds out when it connects again. */
  async stop({ id: feedId, tracks }: Pick<Feed, 'id' | 'tracks'>): Promise<void> {
    const nodeIds = new Set(tracks.map(({ nodeId }) => nodeId));
    await Promise.all(
      [...nodeIds].map((nodeId) =>
        this.plane
          .request(nodeId, 'playout:stop', { feedId })
          .catch((error: unknown) => this.logger.warn(`cannot stop a file on ${nodeId}: ${String(error)}`)),
      ),
    );
  }
}
