import { Injectable } from '@nestjs/common';
import { Fault, type ConsumerParametersDto, type RtpCapabilitiesDto } from '@manyhalls/contracts';
import { LinksService, type TrackLocation } from './links/links.service';
import { MediaPlane } from './media-plane';
import { PlacementService } from './placement/placement.service';
import type { Placement, PlacementPolicy } from './placement/choose-placement';

export interface ConsumeRequest {
  peerId: string;
  /** The node that the peer is on. */
  nodeId: string;
  track: TrackLocation;
  /** Not on programme yet: nothing is sent before `feed:show`. */
  standby?: boolean;
  rtpCapabilities: RtpCapabilitiesDto;
}

/** The two questions about media that concern more than one node. All else goes to one node: `MediaPlane.request`. */
@Injectable()
export class MediaService {
  constructor(
    private readonly plane: MediaPlane,
    private readonly placement: PlacementService,
    private readonly links: LinksService,
  ) {}

  /**
   * Which node a peer should be on, and why.
   * @throws {Fault} `media-unavailable` when no node can serve.
   */
  placePeer(policy: PlacementPolicy): Promise<Placement> {
    return this.placement.place(policy);
  }

  /**
   * Lets a peer consume a track wherever it is published, bringing the track to the peer's node where it is not
   * there yet. The consumer starts paused.
   * @throws {Fault} `not-found` when the track is not published (any more) in this generation, `bad-media-parameters`
   * when the peer cannot decode it, `media-unavailable` or `timeout` when a node on the way does not answer.
   */
  async consume({
    peerId,
    nodeId,
    track,
    standby = false,
    rtpCapabilities,
  }: ConsumeRequest): Promise<ConsumerParametersDto> {
    const { feedId, kind, generation } = track;
    const ask = () =>
      this.plane.request(nodeId, 'track:consume', {
        peerId,
        feedId,
        kind,
        generation,
        standby,
        rtpCapabilities,
      });
    try {
      return await ask();
    } catch (error) {
      // The node itself knows best what it has: no memory of this server can be behind it.
      const absent = error instanceof Fault && error.code === 'not-found';
      if (!absent || track.originNodeId === nodeId) throw error;
    }
    await this.links.ensureTrackAt(track, nodeId);
    return ask();
  }
}
