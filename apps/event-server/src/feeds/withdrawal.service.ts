import { Injectable, Logger } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { MediaPlane } from '../media-plane/media-plane';
import { ShowService } from '../show/show.service';
import { programmeFor, type Show } from '../show/show';

/** What leaves the programme is taken from the audience by the nodes: a page that goes on asking gets nothing. */
@Injectable()
export class Withdrawal {
  private readonly logger = new Logger('Withdrawal');

  constructor(
    shows: ShowService,
    sockets: LiveSockets,
    private readonly plane: MediaPlane,
  ) {
    shows.changed.subscribe(({ before, after }) => this.withdraw(before, after));
    plane.listen({
      // Every event-server hears it from the node.
      'consumer:closed': (_nodeId, { peerId, consumerId }) =>
        sockets.tellHere(rooms.peer(peerId), 'consumer:closed', { consumerId }),
    });
  }

  private withdraw(before: Show, after: Show): void {
    const { feedIds } = programmeFor(after, 'audience');
    const gone = programmeFor(before, 'audience').feedIds.filter((feedId) => !feedIds.includes(feedId));
    for (const feedId of gone)
      for (const { nodeId } of this.plane.nodes())
        this.plane
          .request(nodeId, 'feed:withdraw', { feedId })
          .catch((error: unknown) =>
            this.logger.warn(`cannot withdraw a feed on ${nodeId}: ${String(error)}`),
          );
  }
}
