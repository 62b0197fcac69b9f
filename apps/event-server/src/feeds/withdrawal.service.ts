import { Injectable, Logger } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { MediaPlane } from '../media-plane/media-plane';
import { ShowService } from '../show/show.service';
import { programmeFor, standbyFor, type Show } from '../show/show';

/**
 * What leaves the programme is taken from the audience by the nodes: a page that goes on asking gets nothing. What comes
 * on programme is sent by them to everybody who has prepared for it: a page need not ask.
 */
@Injectable()
export class Withdrawal {
  private readonly logger = new Logger('Withdrawal');

  constructor(
    shows: ShowService,
    sockets: LiveSockets,
    private readonly plane: MediaPlane,
  ) {
    shows.changed.subscribe(({ before, after }) => this.follow(before, after));
    plane.listen({
      // Every event-server hears it from the node.
      'consumer:closed': (_nodeId, { peerId, consumerId }) =>
        sockets.tellHere(rooms.peer(peerId), 'consumer:closed', { consumerId }),
    });
  }

  private follow(before: Show, after: Show): void {
    const [was, is] = [before, after].map((show) => programmeFor(show, 'audience').feedIds) as [
      string[],
      string[],
    ];
    const prepared = standbyFor(before, 'audience').filter((feedId) => !is.includes(feedId));
    const standby = standbyFor(after, 'audience');
    for (const feedId of is) if (!was.includes(feedId)) this.ask('feed:show', feedId);
    for (const feedId of was) if (!is.includes(feedId)) this.ask('feed:withdraw', feedId);
    for (const feedId of prepared) if (!standby.includes(feedId)) this.ask('feed:withdraw', feedId);
  }

  private ask(verb: 'feed:show' | 'feed:withdraw', feedId: string): void {
    for (const { nodeId } of this.plane.nodes())
      this.plane
        .request(nodeId, verb, { feedId })
        .catch((error: unknown) => this.logger.warn(`${verb} on ${nodeId}: ${String(error)}`));
  }
}
