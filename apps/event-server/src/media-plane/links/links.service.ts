import { Injectable, Logger } from '@nestjs/common';
import {
  Fault,
  type FeedTrackIdDto,
  type LinkDownDto,
  type LinkTrackDto,
  type NodeRequest,
  type NodeVerb,
  type WatchedKind,
} from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane';

/** One generation of a track, and the node it is published on. */
export interface TrackLocation {
  sessionId: string;
  feedId: string;
  kind: WatchedKind;
  generation: number;
  originNodeId: string;
}

/**
 * Brings tracks from the node they are published on to the nodes where they are watched, once each.
 *
 * Nothing is remembered but what is under way: the nodes know what they have, every verb is idempotent, and a viewer
 * whose consumer was closed asks again. So a link that broke is rebuilt by the first viewer who asks, and only for
 * tracks that are still wanted.
 */
@Injectable()
export class LinksService {
  private readonly logger = new Logger(LinksService.name);
  private readonly tracksUnderWay = new Map<string, Promise<void>>();
  private readonly linksUnderWay = new Map<string, Promise<void>>();

  constructor(private readonly plane: MediaPlane) {
    plane.listen({
      'track:unwatched': (nodeId, told) => this.stopUnwatched(nodeId, told),
      'link:down': (nodeId, told) => this.closeOtherEnd(nodeId, told),
    });
  }

  /**
   * Makes a track consumable on a node. Callers who ask at the same time share one attempt.
   * @throws {Fault} `not-found` when its origin does not have it, `media-unavailable` or `timeout` when one of the
   * two nodes does not answer.
   */
  ensureTrackAt(track: TrackLocation, nodeId: string): Promise<void> {
    if (track.originNodeId === nodeId) throw new Fault('not-found', 'the track is not on its own node');
    return shared(this.tracksUnderWay, trackKey(track.originNodeId, nodeId, track), () =>
      this.bring(track, nodeId),
    );
  }

  private async bring(track: TrackLocation, nodeId: string): Promise<void> {
    const { sessionId, feedId, kind, originNodeId } = track;
    await this.ensureLink(sessionId, originNodeId, nodeId);
    const sent = await this.plane.request(originNodeId, 'link:send', {
      sessionId,
      remoteNodeId: nodeId,
      feedId,
      kind,
    });
    await this.plane.request(nodeId, 'link:receive', { sessionId, remoteNodeId: originNodeId, track: sent });
  }

  private ensureLink(sessionId: string, one: string, other: string): Promise<void> {
    const pair = [one, other].toSorted();
    return shared(this.linksUnderWay, [sessionId, ...pair].join(), async () => {
      try {
        await this.connect(sessionId, one, other);
      } catch (error) {
        if (!(error instanceof Fault && error.code === 'conflict')) throw error;
        // One end is connected to an incarnation of the other that is gone.
        await this.close(sessionId, one, other);
        await this.connect(sessionId, one, other);
      }
    });
  }

  private async connect(sessionId: string, one: string, other: string): Promise<void> {
    const [oneEnd, otherEnd] = await Promise.all([
      this.plane.request(one, 'link:open', { sessionId, remoteNodeId: other }),
      this.plane.request(other, 'link:open', { sessionId, remoteNodeId: one }),
    ]);
    await Promise.all([
      this.plane.request(one, 'link:connect', {
        sessionId,
        remoteNodeId: other,
        linkId: oneEnd.linkId,
        remote: otherEnd,
      }),
      this.plane.request(other, 'link:connect', {
        sessionId,
        remoteNodeId: one,
        linkId: otherEnd.linkId,
        remote: oneEnd,
      }),
    ]);
  }

  private async close(sessionId: string, one: string, other: string): Promise<void> {
    await Promise.all([
      this.plane.request(one, 'link:close', { sessionId, remoteNodeId: other }),
      this.plane.request(other, 'link:close', { sessionId, remoteNodeId: one }),
    ]);
  }

  private stopUnwatched(nodeId: string, told: LinkTrackDto): void {
    const { sessionId, remoteNodeId: originNodeId, feedId, kind } = told;
    // Somebody asked for it again in the meantime.
    if (this.tracksUnderWay.has(trackKey(originNodeId, nodeId, told))) return;
    this.tidy(originNodeId, 'link:stop-sending', { sessionId, remoteNodeId: nodeId, feedId, kind });
  }

  /** The node that noticed has closed its end; the other end would notice within a second by itself. */
  private closeOtherEnd(nodeId: string, { sessionId, remoteNodeId, linkId }: LinkDownDto): void {
    this.tidy(remoteNodeId, 'link:close', { sessionId, remoteNodeId: nodeId, remoteLinkId: linkId });
  }

  /** Failure is no harm: each end also notices by itself that the other one stopped. */
  private tidy<Verb extends NodeVerb>(nodeId: string, verb: Verb, request: NodeRequest<Verb>): void {
    this.plane.request(nodeId, verb, request).catch((error: Error) => {
      this.logger.log(`${verb} at ${nodeId}: ${error.message}`);
    });
  }
}

function trackKey(originNodeId: string, nodeId: string, track: FeedTrackIdDto): string {
  return [originNodeId, nodeId, track.feedId, track.kind].join();
}

/** Callers at the same time share one attempt; success and failure alike are forgotten when it is over. */
function shared(underWay: Map<string, Promise<void>>, key: string, work: () => Promise<void>): Promise<void> {
  const present = underWay.get(key);
  if (present) return present;
  const promise = work().finally(() => underWay.delete(key));
  underWay.set(key, promise);
  return promise;
}
