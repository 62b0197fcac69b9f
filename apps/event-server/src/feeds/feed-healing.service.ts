import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { NodeFeedDto, NodeReportDto, TrackLostDto } from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import type { Peer } from '../peers/peer';
import { PeersService } from '../peers/peers.service';
import { programmeFor } from '../show/show';
import { ShowService } from '../show/show.service';
import { inBackground } from '../wire/in-background';
import type { Feed, PublishedTrack } from './feed';
import { FeedRows } from './feed-rows.service';
import { TrackClosing } from './track-closing.service';

const orphansMs = 10_000;

/** Keeps feeds true: tracks that are gone leave them, publishers that are gone take them along. */
@Injectable()
export class FeedHealing implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('FeedHealing');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rows: FeedRows,
    private readonly shows: ShowService,
    private readonly peers: PeersService,
    private readonly plane: MediaPlane,
    private readonly closing: TrackClosing,
  ) {
    peers.closed.subscribe((closed) => void inBackground(this.logger, () => this.closeOf(closed)));
    peers.lostMedia.subscribe(
      ({ nodeId, peers: lost }) => void inBackground(this.logger, () => this.loseOf(nodeId, lost)),
    );
    plane.listen({
      'track:lost': (nodeId, told) => void inBackground(this.logger, () => this.loseTrack(nodeId, told)),
      nodeConnected: ({ nodeId }, report) =>
        void inBackground(this.logger, () => this.reconcile(nodeId, report)),
    });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void inBackground(this.logger, () => this.closeOrphans()), orphansMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Takes tracks out of a feed; one that has none left is offline until its publisher is back. */
  async dropTracks(
    { id, sessionId }: Pick<Feed, 'id' | 'sessionId'>,
    isGone: (track: PublishedTrack) => boolean,
  ): Promise<void> {
    await this.shows.change(sessionId, async ({ feeds, manager }) => {
      const feed = feeds.find((one) => one.id === id);
      if (!feed?.tracks.some(isGone)) return;
      const tracks = feed.tracks.filter((track) => !isGone(track));
      await this.rows.update(manager, id, { tracks, online: tracks.length > 0 });
    });
  }

  private async closeOf(closed: Peer[]): Promise<void> {
    for (const feed of await this.rows.find({ peerId: In(closed.map(({ id }) => id)) }))
      await this.closeFeed(feed);
  }

  private async loseOf(nodeId: string, lost: Peer[]): Promise<void> {
    for (const feed of await this.rows.find({ peerId: In(lost.map(({ id }) => id)) }))
      await this.dropTracks(feed, (track) => track.nodeId === nodeId);
  }

  private async loseTrack(
    nodeId: string,
    { feedId: id, sessionId, kind, generation }: TrackLostDto,
  ): Promise<void> {
    await this.dropTracks(
      { id, sessionId },
      (track) => track.nodeId === nodeId && track.kind === kind && track.generation === generation,
    );
  }

  /** The publisher is over and the server that closed it died before it came to the feeds. */
  private async closeOrphans(): Promise<void> {
    const feeds = await this.rows.find({ peerId: Not(IsNull()) });
    if (feeds.length === 0) return;
    const open = await this.peers.find({ id: In(feeds.map(({ peerId }) => peerId)) });
    const openIds = new Set(open.map(({ id }) => id));
    for (const feed of feeds)
      if (feed.peerId !== null && !openIds.has(feed.peerId)) await this.closeFeed(feed);
  }

  private async closeFeed({ id, sessionId, peerId }: Feed): Promise<void> {
    const { result: tracks } = await this.shows.change(sessionId, async ({ feeds, manager }) => {
      const feed = feeds.find((one) => one.id === id);
      // Another device has taken the feed over.
      if (!feed || feed.peerId !== peerId) return [];
      await this.rows.close(manager, id);
      return feed.tracks;
    });
    await this.closing.close({ id }, tracks);
  }

  /** Makes rows and node agree: what the node has not is lost, what nobody wants there is closed. */
  private async reconcile(nodeId: string, report: NodeReportDto): Promise<void> {
    for (const feed of await this.rows.onNode(nodeId))
      await this.dropTracks(
        feed,
        (track) => track.nodeId === nodeId && !report.feeds.some((actual) => isSame(actual, feed, track)),
      );
    const wanted = await this.rows.find({ id: In(report.feeds.map(({ feedId }) => feedId)) });
    for (const actual of report.feeds) {
      const feed = wanted.find(({ id }) => id === actual.feedId);
      if (feed && isWanted(actual, feed, nodeId)) continue;
      const { feedId, kind, generation } = actual;
      if (actual.peerId === null) await this.plane.request(nodeId, 'playout:stop', { feedId, generation });
      else await this.closing.close({ id: feedId }, [{ nodeId, kind, generation }]);
    }
    await this.withdrawAgain(nodeId, report);
  }

  /** What left the programme while the node could not be told. */
  private async withdrawAgain(nodeId: string, report: NodeReportDto): Promise<void> {
    for (const sessionId of new Set(report.peers.map((peer) => peer.sessionId))) {
      const show = await this.shows.read(sessionId);
      const { feedIds } = programmeFor(show, 'audience');
      for (const { id: feedId } of show.feeds)
        if (!feedIds.includes(feedId)) await this.plane.request(nodeId, 'feed:withdraw', { feedId });
    }
  }
}

function isSame(actual: NodeFeedDto, { id }: Feed, { kind, generation }: PublishedTrack): boolean {
  return actual.feedId === id && actual.kind === kind && actual.generation === generation;
}

/** A track with the newest number of all may be on its way into the rows. */
function isWanted(actual: NodeFeedDto, feed: Feed, nodeId: string): boolean {
  return (
    actual.generation === feed.generation ||
    feed.tracks.some((track) => track.nodeId === nodeId && isSame(actual, feed, track))
  );
}
