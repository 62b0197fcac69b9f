import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Fault, trackKinds, type FeedState, type MediaFileDto } from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import { MediaService } from '../media-plane/media.service';
import { MediaLosses } from '../peers/media-losses.service';
import { SessionsService } from '../sessions/sessions.service';
import type { Show } from '../show/show';
import { ShowService } from '../show/show.service';
import { VenuesService } from '../venues/venues.service';
import type { Feed } from './feed';
import { FeedHealing } from './feed-healing.service';
import { FeedRows } from './feed-rows.service';
import { Playouts } from './playouts.service';

/** How often clips that do not play are tried again, in milliseconds. */
const retryMs = 1_000;
/** The shortest time between two starts of one clip: one that ends as soon as it starts must not keep all busy. */
const restMs = 2_000;

/** Feeds that play a file over and over, from a hall's home node, for as long as they are open. */
@Injectable()
export class ClipsService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Clips');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;
  /** By feed. */
  private readonly startedAt = new Map<string, number>();
  private lastWords = '';

  constructor(
    private readonly rows: FeedRows,
    private readonly shows: ShowService,
    private readonly healing: FeedHealing,
    private readonly plane: MediaPlane,
    private readonly playouts: Playouts,
    private readonly media: MediaService,
    private readonly sessions: SessionsService,
    private readonly venues: VenuesService,
    losses: MediaLosses,
  ) {
    plane.listen({
      'playout:ended': (nodeId, { feedId: id, generation, fault }) => {
        // Not when it is this server that ends, and its nodes with it.
        if (!this.timer) return;
        void this.settle(async () => {
          const [clip] = await rows.find({ id, file: Not(IsNull()) });
          if (!clip) return;
          if (fault !== null) this.logger.warn(`a clip on ${nodeId} ended: ${fault}`);
          await healing.dropTracks(
            clip,
            (track) => track.nodeId === nodeId && track.generation === generation,
          );
        });
      },
    });
    losses.nodeLost.subscribe((nodeId) => void this.settle(() => this.leave(nodeId)));
    // A clip that has lost its tracks, for whatever reason, is started again at once.
    shows.changed.subscribe(({ after }) => {
      if (after.feeds.some(isSilent)) this.playSoon();
    });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.playSoon(), retryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.underWay;
  }

  /** Opens the clip of a hall in the green room, or has the one that is there play this file. */
  async open(sessionId: string, venueId: string, displayName: string, file: MediaFileDto): Promise<string> {
    const { result: id } = await this.shows.change(sessionId, async ({ feeds, manager }) => {
      const present = feeds.find((feed) => feed.venueId === venueId && feed.source === 'clip');
      if (present?.file?.sha256 === file.sha256) return present.id;
      if (present) {
        await this.rows.update(manager, present.id, { file, tracks: [], online: false });
        return present.id;
      }
      const feed = { ...newClip, id: randomUUID(), sessionId, venueId, displayName, file };
      await this.rows.insert(manager, feed);
      return feed.id;
    });
    this.playSoon();
    return id;
  }

  /** @param decide is given the show as it is then, while nobody else changes it */
  async setState(sessionId: string, id: string, decide: (show: Show) => FeedState): Promise<void> {
    await this.shows.change(sessionId, (held) => this.rows.update(held.manager, id, { state: decide(held) }));
  }

  /** Ends every clip of a session. */
  async closeAll(sessionId: string): Promise<void> {
    const { result: closed } = await this.shows.change(sessionId, async ({ feeds, manager }) => {
      const clips = feeds.filter(({ file }) => file !== null);
      for (const { id } of clips) await this.rows.close(manager, id);
      return clips;
    });
    for (const feed of closed) await this.playouts.stop(feed);
  }

  private playSoon(): void {
    if (!this.timer || this.underWay) return;
    this.underWay = this.settle(() => this.playSilent()).finally(() => (this.underWay = null));
  }

  private async playSilent(): Promise<void> {
    if (this.plane.nodes().length === 0) return;
    const silent = (await this.rows.find({ file: Not(IsNull()) })).filter(isSilent);
    for (const feed of silent) if (!this.rests(feed)) await this.settle(() => this.play(feed));
  }

  private rests({ id }: Feed): boolean {
    const startedAt = this.startedAt.get(id);
    return startedAt !== undefined && performance.now() - startedAt < restMs;
  }

  private async play({ id: feedId, sessionId, venueId, file }: Feed): Promise<void> {
    if (!file || venueId === null) return;
    const { eventId } = await this.sessions.find(sessionId);
    const { homeNode } = await this.venues.find(eventId, venueId);
    const { nodeId } = await this.media.placePeer({ homeNode });
    const generation = await this.rows.nextGeneration(feedId);
    this.startedAt.set(feedId, performance.now());
    await this.plane.request(nodeId, 'playout:start', {
      sessionId,
      feedId,
      generation,
      file,
      smallFile: null,
      loop: true,
      positionSeconds: 0,
    });
    await this.playouts.adopt({ id: feedId, sessionId }, { nodeId, generation, kinds: trackKinds });
  }

  /** The node cannot be reached any more: its clips play elsewhere. */
  private async leave(nodeId: string): Promise<void> {
    for (const feed of await this.rows.onNode(nodeId))
      if (feed.file) await this.healing.dropTracks(feed, (track) => track.nodeId === nodeId);
  }

  /** What fails is tried again in a while, and said once. */
  private async settle(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const words = error instanceof Fault ? error.message : String(error);
      if (words !== this.lastWords) this.logger.warn(words);
      this.lastWords = words;
    }
  }
}

const newClip = {
  participantId: null,
  peerId: null,
  source: 'clip',
  state: 'green-room',
  microphonePlace: 'from-the-desk',
  muted: [],
  online: false,
  tracks: [],
  generation: 0,
  greetingId: null,
} as const satisfies Partial<Feed>;

const isSilent = ({ file, tracks }: Feed) => file !== null && tracks.length === 0;
