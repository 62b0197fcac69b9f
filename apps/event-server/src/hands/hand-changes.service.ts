import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Feed } from '../feeds/feed';
import { FeedRows } from '../feeds/feed-rows.service';
import { TrackClosing } from '../feeds/track-closing.service';
import { ShowService } from '../show/show.service';
import type { Hand } from './hand';
import { HandNews } from './hand-news.service';
import { HandRows } from './hand-rows.service';
import { HeldHands } from './held-hands';

/**
 * Whatever happens to a hand. It holds the show state, so that a turn, the speaker's feed and the programme agree in
 * every version, and so that of two moderators one comes after the other.
 */
@Injectable()
export class HandChanges {
  constructor(
    private readonly shows: ShowService,
    private readonly rows: HandRows,
    private readonly feeds: FeedRows,
    private readonly closing: TrackClosing,
    private readonly news: HandNews,
  ) {}

  /**
   * Lets `apply` change hands of a session, then tells everybody what they may know.
   * @returns every hand that was open before or is now, in the order of the queue
   * @throws {Fault} what `apply` throws: then nothing has changed
   */
  async change(sessionId: string, apply: (held: HeldHands) => Promise<void>): Promise<Hand[]> {
    const { result } = await this.shows.change(sessionId, async (show) => {
      const before = await this.rows.findOpen({ sessionId }, show.manager);
      const held = new HeldHands(show, before, this.rows, this.feeds);
      await apply(held);
      const ids = [...before.map(({ id }) => id), ...held.touchedIds];
      return { before, after: await this.rows.find({ id: In(ids) }, show.manager), closed: held.closedFeeds };
    });
    this.news.tell(sessionId, result.before, result.after);
    await Promise.all(result.closed.map((feed: Feed) => this.closing.close(feed, feed.tracks)));
    return result.after;
  }
}
