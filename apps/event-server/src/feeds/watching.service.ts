import { Injectable } from '@nestjs/common';
import {
  Fault,
  type Ack,
  type ConsumerParametersDto,
  type RtpCapabilitiesDto,
  type TuneTrackDto,
  type WatchedTrack,
  type WatchTrackDto,
  type WatchTracksDto,
} from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import { MediaService } from '../media-plane/media.service';
import { isAudience, type Peer } from '../peers/peer';
import { nodeOf } from '../peers/peer-media.service';
import { programmeFor, standbyFor, type Show } from '../show/show';
import { ShowService } from '../show/show.service';
import { toFault } from '../wire/to-fault';
import { watchRefusal } from './watch-refusal';

/** Who gets which pictures and sounds. Consumers themselves exist only on the node that serves them. */
@Injectable()
export class WatchingService {
  constructor(
    private readonly shows: ShowService,
    private readonly media: MediaService,
    private readonly plane: MediaPlane,
  ) {}

  /**
   * Each track for itself: one that cannot be had does not keep the others away.
   * @throws {Fault} `media-unavailable` when the peer has no media
   */
  async watch(peer: Peer, { tracks, rtpCapabilities }: WatchTracksDto): Promise<WatchedTrack[]> {
    const nodeId = nodeOf(peer);
    const show = await this.shows.read(peer.sessionId);
    const watched = await Promise.all(
      tracks.map(async ({ feedId, kind }): Promise<WatchedTrack> => ({
        feedId,
        kind,
        ...(await answer(() => this.consume(peer, nodeId, show, { feedId, kind }, rtpCapabilities))),
      })),
    );
    return isAudience(peer) ? this.checkAgain(peer, nodeId, show, watched, rtpCapabilities) : watched;
  }

  /** @throws {Fault} `not-found` for a consumer that is not this peer's */
  async tune(peer: Peer, { consumerId, layer }: TuneTrackDto): Promise<void> {
    await this.plane.request(nodeOf(peer), 'consumer:tune', { peerId: peer.id, consumerId, layer });
  }

  /** @throws {Fault} `not-found` for a consumer that is not this peer's */
  async unwatch(peer: Peer, consumerId: string): Promise<void> {
    await this.plane.request(nodeOf(peer), 'consumer:close', { peerId: peer.id, consumerId });
  }

  private async consume(
    peer: Peer,
    nodeId: string,
    show: Show,
    { feedId, kind }: WatchTrackDto,
    rtpCapabilities: RtpCapabilitiesDto,
  ): Promise<ConsumerParametersDto> {
    const feed = show.feeds.find(({ id }) => id === feedId);
    if (!feed) throw new Fault('not-found', 'there is no such feed in this session');
    const refusal = watchRefusal(peer, feed, kind, givenTo(show));
    if (refusal) throw refusal;
    const track = feed.tracks.find((one) => one.kind === kind);
    if (!track) throw new Fault('not-found', `the feed has no ${kind} now`);
    const { generation, nodeId: originNodeId } = track;
    return this.media.consume({
      peerId: peer.id,
      nodeId,
      track: { sessionId: peer.sessionId, feedId, kind, generation, originNodeId },
      standby: isAudience(peer) && !isShown(show, feedId),
      rtpCapabilities,
    });
  }

  /**
   * A feed that left the programme while its consumer was being made was withdrawn before there was anything to
   * withdraw, and one that came on programme was shown before. What happens after this look happens as usual.
   */
  private async checkAgain(
    peer: Peer,
    nodeId: string,
    before: Show,
    watched: WatchedTrack[],
    rtpCapabilities: RtpCapabilitiesDto,
  ): Promise<WatchedTrack[]> {
    const show = await this.shows.read(peer.sessionId);
    return Promise.all(
      watched.map(async (track): Promise<WatchedTrack> => {
        const { feedId, kind } = track;
        if (!track.ok) return track;
        if (isShown(show, feedId) && !isShown(before, feedId))
          return {
            feedId,
            kind,
            ...(await answer(() => this.consume(peer, nodeId, show, track, rtpCapabilities))),
          };
        if (givenTo(show).includes(feedId)) return track;
        await this.plane
          .request(nodeId, 'consumer:close', { peerId: peer.id, consumerId: track.data.id })
          .catch(toFault);
        const fault = new Fault('not-on-programme', 'this feed is not on programme');
        return { feedId, kind, ok: false, error: fault.toWire() };
      }),
    );
  }
}

/** The feeds that an audience may be given: of those on standby it is sent nothing yet. */
function givenTo(show: Show): string[] {
  return [...programmeFor(show, 'audience').feedIds, ...standbyFor(show, 'audience')];
}

const isShown = (show: Show, feedId: string) => programmeFor(show, 'audience').feedIds.includes(feedId);

async function answer<Data>(work: () => Promise<Data>): Promise<Ack<Data>> {
  try {
    return { ok: true, data: await work() };
  } catch (thrown) {
    return { ok: false, error: toFault(thrown).toWire() };
  }
}
