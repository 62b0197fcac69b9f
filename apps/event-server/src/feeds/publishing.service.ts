import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Fault,
  type FeedDto,
  type FeedState,
  type MuteTrackDto,
  type OpenFeedDto,
  type PublishTrackDto,
  type TrackDto,
} from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import { HandRows } from '../hands/hand-rows.service';
import { MediaPlane } from '../media-plane/media-plane';
import { isAudience, type Peer } from '../peers/peer';
import { nodeOf } from '../peers/peer-media.service';
import { PeersService } from '../peers/peers.service';
import type { Show } from '../show/show';
import { ShowService, type HeldShow } from '../show/show.service';
import { toFeedDto, type Feed } from './feed';
import { FeedRows } from './feed-rows.service';
import { TrackClosing } from './track-closing.service';

/** What hosts do with the feeds of their hall, and remote speakers with their own. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly rows: FeedRows,
    private readonly shows: ShowService,
    private readonly peers: PeersService,
    private readonly plane: MediaPlane,
    private readonly closing: TrackClosing,
    private readonly hands: HandRows,
  ) {}

  /**
   * Makes the feed exist in the green room. A hall has one feed of each source, a remote speaker a camera: after a
   * reload, or when the device it came from is away, the same feed goes on, in the state it was in.
   * @throws {Fault} `forbidden` when the hall does not take part, or the speaker has no turn; `conflict` while another
   * host's device has it
   */
  async open(peer: Peer, displayName: string, { source, microphonePlace }: OpenFeedDto): Promise<FeedDto> {
    const { id: peerId, sessionId, participantId, venueId } = peer;
    const { result, show } = await this.shows.change(sessionId, async (held) => {
      await this.demandPart(held, peer, source);
      const present = held.feeds.find(
        (feed) =>
          feed.venueId === venueId &&
          feed.source === source &&
          (venueId !== null || feed.participantId === participantId),
      );
      const change = { peerId, participantId, displayName, microphonePlace, online: true };
      if (!present) {
        const feed: Feed = { ...newFeed, ...change, id: randomUUID(), sessionId, venueId, source };
        await this.rows.insert(held.manager, feed);
        return { id: feed.id, old: null };
      }
      if (present.peerId === peerId) {
        await this.rows.update(held.manager, present.id, { microphonePlace });
        return { id: present.id, old: null };
      }
      if (present.participantId !== participantId && (await this.isReachable(held, present)))
        throw new Fault('conflict', `another device of your hall has its ${source} open`, {
          feedId: present.id,
        });
      await this.rows.update(held.manager, present.id, { ...change, tracks: [] });
      return { id: present.id, old: present };
    });
    // Before the new device publishes: a late closing would take the new tracks with it.
    if (result.old) await this.closing.close(result.old, result.old.tracks);
    return dtoOf(show, result.id);
  }

  /** @throws {Fault} `forbidden` for another device's feed; `not-found`; the node's refusal of the parameters */
  async publish(
    peer: Peer,
    { feedId, kind, transportId, rtpParameters }: PublishTrackDto,
  ): Promise<{ producerId: string }> {
    // mediasoup itself takes sound for a picture.
    if (!rtpParameters.codecs.every(({ mimeType }) => mimeType.startsWith(`${kind}/`)))
      throw new Fault('bad-media-parameters', `not every codec is of kind ${kind}`);
    const { muted } = await this.own(peer, feedId);
    const nodeId = nodeOf(peer);
    const generation = await this.rows.nextGeneration(feedId);
    const produced = await this.plane.request(nodeId, 'track:produce', {
      peerId: peer.id,
      transportId,
      feedId,
      kind,
      generation,
      rtpParameters,
    });
    if (muted.includes(kind)) await this.plane.request(nodeId, 'track:pause', { feedId, kind, paused: true });
    const older = await this.changeOwn(peer, feedId, async ({ tracks }, update) => {
      const present = tracks.find((track) => track.kind === kind);
      if (present && present.generation > generation)
        throw new Fault('conflict', 'this track has been published anew meanwhile');
      const others = tracks.filter((track) => track.kind !== kind);
      await update({ tracks: [...others, { kind, generation, nodeId }], online: true });
      return present;
    }).catch(async (thrown: unknown) => {
      // The feed has ended meanwhile: whoever closed it did not know of this track.
      if (thrown instanceof Fault && thrown.code === 'not-found')
        await this.closing.close({ id: feedId }, [{ kind, generation, nodeId }]);
      throw thrown;
    });
    if (older && older.nodeId !== nodeId) await this.closing.close({ id: feedId }, [older]);
    return produced;
  }

  /** May be done before publishing: the track then starts muted. */
  async mute(peer: Peer, { feedId, kind, muted: paused }: MuteTrackDto): Promise<void> {
    const { tracks } = await this.own(peer, feedId);
    const track = tracks.find((one) => one.kind === kind);
    if (track) await this.plane.request(track.nodeId, 'track:pause', { feedId, kind, paused });
    await this.changeOwn(peer, feedId, async ({ muted }, update) => {
      const others = muted.filter((one) => one !== kind);
      await update({ muted: paused ? [...others, kind] : others });
    });
  }

  /** @throws {Fault} `not-found` when the track is not published */
  async remove(peer: Peer, { feedId, kind }: TrackDto): Promise<void> {
    const track = await this.changeOwn(peer, feedId, async ({ tracks }, update) => {
      const present = tracks.find((one) => one.kind === kind);
      if (!present) throw new Fault('not-found', `the feed has no ${kind}`);
      await update({ tracks: tracks.filter((one) => one !== present) });
      return present;
    });
    await this.closing.close({ id: feedId }, [track]);
  }

  /** @throws {Fault} `conflict` while nothing is published */
  async goOnAir(peer: Peer, feedId: string): Promise<FeedDto> {
    return this.changeState(peer, feedId, 'on-air', (feed) => {
      demandOwn(peer, feed);
      if (feed.tracks.length === 0) throw new Fault('conflict', 'nothing is published in this feed yet');
    });
  }

  /** Hosts take their own feeds off the air; whoever controls the session, any of a hall. */
  async leaveAir(peer: Peer, feedId: string): Promise<FeedDto> {
    return this.changeState(peer, feedId, 'green-room', (feed) => {
      if (feed.venueId === null)
        throw new Fault('forbidden', 'a remote speaker leaves the air with the turn');
      if (!may(peer.role, 'session:control')) demandOwn(peer, feed);
    });
  }

  async close(peer: Peer, feedId: string): Promise<void> {
    const { result: feed } = await this.shows.change(peer.sessionId, async ({ feeds, manager }) => {
      const present = found(feeds, feedId);
      demandOwn(peer, present);
      await this.rows.close(manager, feedId);
      return present;
    });
    await this.closing.close(feed, feed.tracks);
  }

  private async changeState(
    peer: Peer,
    feedId: string,
    state: FeedState,
    demand: (feed: Feed) => void,
  ): Promise<FeedDto> {
    const { show } = await this.shows.change(peer.sessionId, async ({ feeds, manager }) => {
      demand(found(feeds, feedId));
      await this.rows.update(manager, feedId, { state });
    });
    return dtoOf(show, feedId);
  }

  private async changeOwn<Result>(
    peer: Peer,
    feedId: string,
    apply: (feed: Feed, update: (change: Partial<Feed>) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const { result } = await this.shows.change(peer.sessionId, async ({ feeds, manager }) => {
      const feed = found(feeds, feedId);
      demandOwn(peer, feed);
      return apply(feed, (change) => this.rows.update(manager, feedId, change));
    });
    return result;
  }

  private async own(peer: Peer, feedId: string): Promise<Feed> {
    const feed = found(await this.rows.find({ id: feedId, sessionId: peer.sessionId }), feedId);
    demandOwn(peer, feed);
    return feed;
  }

  /** @throws {Fault} `forbidden`. Looked up while nobody else can end the turn. */
  private async demandPart(
    { session, manager }: HeldShow,
    peer: Peer,
    source: OpenFeedDto['source'],
  ): Promise<void> {
    if (isAudience(peer)) {
      await this.hands.demandTurn(peer, manager);
      if (source !== 'camera') throw new Fault('forbidden', 'a remote speaker has a camera only');
    } else if (peer.venueId === null || !session.venueIds.includes(peer.venueId))
      throw new Fault('forbidden', 'your hall does not take part in this session');
  }

  private async isReachable({ manager }: HeldShow, { online, peerId }: Feed): Promise<boolean> {
    if (!online || peerId === null) return false;
    const [peer] = await this.peers.find({ id: peerId }, manager);
    return peer !== undefined && peer.socketId !== null;
  }
}

const newFeed = {
  state: 'green-room',
  muted: [],
  tracks: [],
  generation: 0,
  greetingId: null,
  file: null,
} as const satisfies Partial<Feed>;

function found(feeds: Feed[], id: string): Feed {
  const feed = feeds.find((one) => one.id === id);
  if (!feed) throw new Fault('not-found', 'there is no such feed in this session');
  return feed;
}

function demandOwn({ id }: Peer, { peerId }: Feed): void {
  if (peerId !== id) throw new Fault('forbidden', 'this feed comes from another device');
}

const dtoOf = ({ feeds }: Show, feedId: string): FeedDto => toFeedDto(found(feeds, feedId));
