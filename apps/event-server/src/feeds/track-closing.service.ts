import { Injectable, Logger } from '@nestjs/common';
import { MediaPlane } from '../media-plane/media-plane';
import type { Feed, PublishedTrack } from './feed';

/** Ends tracks on the nodes they are published on, after the rows say that they are no more. */
@Injectable()
export class TrackClosing {
  private readonly logger = new Logger('TrackClosing');

  constructor(private readonly plane: MediaPlane) {}

  /** A node that does not hear it now finds out when it connects again. */
  async close({ id: feedId }: Pick<Feed, 'id'>, tracks: readonly PublishedTrack[]): Promise<void> {
    await Promise.all(
      tracks.map(({ nodeId, kind }) =>
        this.plane
          .request(nodeId, 'track:close', { feedId, kind })
          .catch((error: unknown) => this.logger.warn(`cannot close a track on ${nodeId}: ${String(error)}`)),
      ),
    );
  }
}
