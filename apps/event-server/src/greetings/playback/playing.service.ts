import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Fault, type MediaFileDto, type PlayoutDto, type Unplayable } from '@manyhalls/contracts';
import { isPlayable } from '@manyhalls/domain';
import type { Feed } from '../../feeds/feed';
import { FeedRows } from '../../feeds/feed-rows.service';
import type { PlayedFeed } from '../../feeds/playouts.service';
import { MediaPlane } from '../../media-plane/media-plane';
import { MediaService } from '../../media-plane/media.service';
import type { Greeting } from '../greeting';
import { unplayableBecause } from './unplayable';

const kinds = ['audio', 'video', 'small-video'] as const;
/** A node that is slower makes nobody else wait, in milliseconds. */
const nodesReadyMs = 200;

/** What is played of a greeting. */
interface Files {
  file: MediaFileDto;
  smallFile: MediaFileDto;
}

/** What is asked of nodes so that a greeting is seen: its approved files, large and small. */
@Injectable()
export class Playing {
  constructor(
    private readonly feeds: FeedRows,
    private readonly plane: MediaPlane,
    private readonly media: MediaService,
  ) {}

  /**
   * Makes sure that it can be played.
   * @throws {Fault} `conflict` saying why not
   */
  async demandPlayable(greeting: Greeting): Promise<void> {
    const files = filesOf(greeting);
    try {
      const { nodeId } = await this.media.placePeer({});
      await this.ensure(nodeId, files);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Fault('conflict', `this greeting cannot be played now: ${why}`, {
        unplayable: unplayableBecause(error),
      });
    }
  }

  /**
   * Opens its tracks, in a new generation, and has a player ready; nothing is seen yet.
   * @param positionSeconds where it will be played from
   * @throws {Fault}
   */
  async prepare(
    feed: Feed,
    greeting: Greeting,
    positionSeconds: number,
    onNode?: string,
  ): Promise<PlayedFeed> {
    const files = filesOf(greeting);
    const played = await this.place(feed, files, onNode);
    await this.plane.request(played.nodeId, 'playout:prepare', wire(feed, played, files, positionSeconds));
    this.spread(greeting, played.nodeId);
    return played;
  }

  /**
   * Begins, with the tracks that were prepared or else in a new generation.
   * @returns when the first picture is on its way
   * @throws {Fault}
   */
  async start(
    feed: Feed,
    greeting: Greeting,
    { prepared, positionSeconds }: { prepared: boolean; positionSeconds: number },
  ): Promise<PlayedFeed> {
    const files = filesOf(greeting);
    const [track] = feed.tracks;
    const played = prepared && track ? { ...track, kinds } : await this.place(feed, files);
    if (prepared) await this.show(feed);
    await this.plane.request(played.nodeId, 'playout:start', wire(feed, played, files, positionSeconds));
    return played;
  }

  /**
   * On every node, for all who have prepared: who misses the first keyframe waits a second for the next. What comes on
   * programme is shown anyway, but there nobody waits until it is done; what is asked twice is done once.
   */
  private async show({ id: feedId }: Feed): Promise<void> {
    const asked = this.plane
      .nodes()
      .map(({ nodeId }) => this.plane.request(nodeId, 'feed:show', { feedId }).catch(() => undefined));
    await Promise.race([Promise.all(asked), wait(nodesReadyMs)]);
  }

  private async place({ id }: Feed, files: Files, onNode?: string): Promise<PlayedFeed> {
    const nodeId = onNode ?? (await this.media.placePeer({})).nodeId;
    await this.ensure(nodeId, files);
    return { nodeId, generation: await this.feeds.nextGeneration(id), kinds };
  }

  /** @throws {Fault} when it does not have the files: a node that needs longer than it has to answer goes on fetching */
  private async ensure(nodeId: string, { file, smallFile }: Files): Promise<void> {
    try {
      for (const one of [file, smallFile]) await this.plane.request(nodeId, 'file:ensure', one);
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'timeout')) throw error;
      const details: { unplayable: Unplayable } = { unplayable: 'not-on-node' };
      throw new Fault('unavailable', `${nodeId} does not have the files yet`, details);
    }
  }

  /** To all nodes, so that another one can go on at once should this one fail. */
  private spread(greeting: Greeting, except: string): void {
    const { file, smallFile } = filesOf(greeting);
    for (const { nodeId } of this.plane.nodes())
      if (nodeId !== except)
        for (const one of [file, smallFile])
          this.plane.request(nodeId, 'file:ensure', one).catch(() => undefined);
  }
}

/** @throws {Fault} `conflict` unless this very file was approved */
function filesOf({ state, files, approvedSha256 }: Greeting): Files {
  if (!files || !isPlayable(state) || approvedSha256 !== files.large.sha256)
    throw new Fault('conflict', 'this greeting has not been approved', { unplayable: 'not-approved' });
  const [file, smallFile] = [files.large, files.small].map(({ sha256, bytes, path }) => ({
    sha256,
    bytes,
    path,
  })) as [MediaFileDto, MediaFileDto];
  return { file, smallFile };
}

const wire = (
  { id: feedId, sessionId }: Feed,
  { generation }: PlayedFeed,
  files: Files,
  positionSeconds: number,
): PlayoutDto => ({ sessionId, feedId, generation, ...files, loop: false, positionSeconds });
