import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { PlayoutEndedDto } from '@manyhalls/contracts';
import type { Feed, PublishedTrack } from '../../feeds/feed';
import { FeedHealing } from '../../feeds/feed-healing.service';
import { FeedRows } from '../../feeds/feed-rows.service';
import { MediaPlane } from '../../media-plane/media-plane';
import { ShowService } from '../../show/show.service';
import { inBackground } from '../../wire/in-background';
import { isOver } from './playback';
import { PlaybackRows } from './playback-rows.service';
import { Playbacks } from './playbacks.service';

const keepMs = 1_000;
/** How long the server that looks after a greeting may be silent before another does. */
const leaseMs = 3_000;
/** A node that cannot be told anything for longer is given up, in milliseconds. */
const patienceMs = 300;

/** Notices what becomes of greetings that are played: their end, a fault, a node or a server that is gone. */
@Injectable()
export class PlaybackKeeper implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('PlaybackKeeper');
  private readonly id = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  /** The nodes that were wanted and not connected when it was last looked. */
  private absent: ReadonlySet<string> = new Set();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly playbacks: Playbacks,
    private readonly rows: PlaybackRows,
    private readonly feeds: FeedRows,
    private readonly healing: FeedHealing,
    private readonly shows: ShowService,
    private readonly plane: MediaPlane,
  ) {
    plane.listen({
      'playout:ended': (nodeId, told) => this.soon(() => this.ended(nodeId, told)),
      nodeDisconnected: (nodeId) => this.soon(() => this.leave(nodeId)),
    });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.soon(() => this.keep()), keepMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await Promise.all(this.underWay);
  }

  /** Every event-server hears it from the node; the first one writes it down. */
  private async ended(
    nodeId: string,
    { sessionId, feedId, generation, fault, positionSeconds }: PlayoutEndedDto,
  ): Promise<void> {
    await this.shows.change(sessionId, async ({ feeds, playbacks, manager }) => {
      const feed = feeds.find(({ id }) => id === feedId);
      const playback = playbacks.find((one) => one.feedId === feedId);
      const isPresent = feed?.tracks.some(
        (track) => track.nodeId === nodeId && track.generation === generation,
      );
      if (!playback || !isPresent) return;
      await this.feeds.update(manager, feedId, { tracks: [], online: false });
      // One that waits to be played, or to be played on, is prepared again.
      if (playback.state !== 'playing') return;
      const isWhole = isOver({ ...playback, positionSeconds });
      if (!isWhole) this.logger.warn(`a player on ${nodeId} has failed: ${fault ?? 'its file ended early'}`);
      const end = isWhole
        ? { state: 'over' as const }
        : { state: 'slate' as const, fault: 'player' as const };
      await this.rows.update(manager, feedId, { ...end, positionSeconds });
    });
  }

  /** What it played is played elsewhere, from the present moment on. */
  private async leave(nodeId: string): Promise<void> {
    await wait(patienceMs);
    if (this.plane.nodes().some((node) => node.nodeId === nodeId)) return;
    for (const feed of await this.feeds.onNode(nodeId)) {
      if (feed.greetingId === null || !(await this.rows.lease(feed.id, this.id, leaseMs))) continue;
      await this.healing.dropTracks(feed, (track) => track.nodeId === nodeId);
    }
  }

  /** Whatever was missed, when the server that should have done it is gone. */
  private async keep(): Promise<void> {
    const mine: Feed[] = [];
    for (const feed of await this.feeds.find({ greetingId: Not(IsNull()) }))
      if (await this.rows.lease(feed.id, this.id, leaseMs)) mine.push(feed);
    const connected = new Set(this.plane.nodes().map(({ nodeId }) => nodeId));
    const wanted = mine.flatMap(({ tracks }) => tracks.map(({ nodeId }) => nodeId));
    const absent = new Set(wanted.filter((nodeId) => !connected.has(nodeId)));
    const isGone = ({ nodeId }: PublishedTrack) => absent.has(nodeId) && this.absent.has(nodeId);
    for (const feed of mine) if (feed.tracks.some(isGone)) await this.healing.dropTracks(feed, isGone);
    this.absent = absent;
    for (const sessionId of new Set(mine.map((feed) => feed.sessionId))) this.playbacks.settle(sessionId);
  }

  private soon(work: () => Promise<void>): void {
    // Not when it is this server that ends, and its nodes with it.
    if (!this.timer) return;
    const done = inBackground(this.logger, work).finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }
}
