import { Injectable, Logger } from '@nestjs/common';
import {
  Fault,
  limits,
  type ConnectTransportDto,
  type Direction,
  type IceParametersDto,
  type PeerMediaDto,
  type TransportParametersDto,
} from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import { Config } from '../config/config';
import { HandRows } from '../hands/hand-rows.service';
import { MediaPlane } from '../media-plane/media-plane';
import { MediaService } from '../media-plane/media.service';
import { SessionsService } from '../sessions/sessions.service';
import { VenuesService } from '../venues/venues.service';
import { isAudience, type Peer } from './peer';
import { PeersService } from './peers.service';

/** A peer's transports: on the node it was placed on. */
@Injectable()
export class PeerMediaService {
  private readonly logger = new Logger('PeerMedia');

  constructor(
    private readonly config: Config,
    private readonly peers: PeersService,
    private readonly plane: MediaPlane,
    private readonly media: MediaService,
    private readonly sessions: SessionsService,
    private readonly venues: VenuesService,
    private readonly hands: HandRows,
  ) {
    peers.closed.subscribe((closed) => {
      for (const peer of closed) this.release(peer);
    });
  }

  /**
   * Places the peer and opens its receive transport. What it had elsewhere is closed.
   * @throws {Fault} `media-unavailable`, `timeout`
   */
  async open(peer: Peer): Promise<PeerMediaDto> {
    const { nodeId } = await this.media.placePeer({
      homeNode: await this.homeNodeOf(peer),
      country: peer.country,
    });
    // The row first: a node that has a peer nobody knows is told to close it.
    await this.peers.placeOn(peer.id, nodeId);
    const { id: peerId, sessionId } = peer;
    const { rtpCapabilities } = await this.plane.request(nodeId, 'peer:open', {
      peerId,
      sessionId,
      audience: isAudience(peer),
    });
    const receiveTransport = await this.plane.request(nodeId, 'transport:open', {
      peerId,
      direction: 'receive',
    });
    return {
      nodeId,
      routerRtpCapabilities: rtpCapabilities,
      iceServers: this.config.iceServers,
      receiveTransport,
    };
  }

  /** Drops what is left and places the peer anew. */
  async rebuild(peer: Peer): Promise<PeerMediaDto> {
    if (peer.nodeId !== null) await this.close(peer.nodeId, peer.id);
    return this.open(peer);
  }

  /**
   * The peer's socket is back.
   * @returns whether its media goes on. A node that cannot be asked now is no reason to think it does not.
   */
  async attach({ id: peerId, nodeId }: Peer): Promise<boolean> {
    if (nodeId === null) return false;
    try {
      await this.plane.request(nodeId, 'peer:attach', { peerId });
    } catch (error) {
      if (error instanceof Fault && error.code === 'not-found') return false;
      this.logger.warn(`cannot tell ${nodeId} that a peer is back: ${String(error)}`);
    }
    return true;
  }

  /** The peer's socket is gone; its media lives on for the grace. */
  async detach({ id: peerId, nodeId }: Peer): Promise<void> {
    if (nodeId === null) return;
    await this.plane
      .request(nodeId, 'peer:detach', { peerId, graceMs: limits.peerGraceMs })
      .catch((error: unknown) =>
        this.logger.warn(`cannot tell ${nodeId} that a peer is gone: ${String(error)}`),
      );
  }

  /** @throws {Fault} `forbidden` when the role publishes nothing, or it is not the attendee's turn; `media-unavailable` */
  async openTransport(peer: Peer, direction: Direction): Promise<TransportParametersDto> {
    if (direction === 'send') {
      if (!may(peer.role, 'feed:publish'))
        throw new Fault('forbidden', `the role ${peer.role} publishes nothing`);
      await this.hands.demandTurn(peer);
    }
    return this.plane.request(nodeOf(peer), 'transport:open', { peerId: peer.id, direction });
  }

  /** @throws {Fault} the node's refusal: `not-found`, `conflict` the second time, `bad-media-parameters` */
  async connectTransport(peer: Peer, { transportId, dtlsParameters }: ConnectTransportDto): Promise<void> {
    await this.plane.request(nodeOf(peer), 'transport:connect', {
      peerId: peer.id,
      transportId,
      dtlsParameters,
    });
  }

  /** @throws {Fault} `not-found` for a transport that is not this peer's */
  async restartIce(peer: Peer, transportId: string): Promise<IceParametersDto> {
    return this.plane.request(nodeOf(peer), 'transport:restart-ice', { peerId: peer.id, transportId });
  }

  private async homeNodeOf({ sessionId, venueId }: Peer): Promise<string | null> {
    if (venueId === null) return null;
    const { eventId } = await this.sessions.find(sessionId);
    return (await this.venues.find(eventId, venueId)).homeNode;
  }

  private release({ id, nodeId }: Peer): void {
    if (nodeId !== null) void this.close(nodeId, id);
  }

  /** A node that does not hear it now finds out when it connects again. */
  private async close(nodeId: string, peerId: string): Promise<void> {
    await this.plane
      .request(nodeId, 'peer:close', { peerId })
      .catch((error: unknown) => this.logger.warn(`cannot close a peer on ${nodeId}: ${String(error)}`));
  }
}

/**
 * The node a peer's media is on.
 * @throws {Fault} `media-unavailable`
 */
export function nodeOf({ nodeId }: Peer): string {
  if (nodeId === null) throw new Fault('media-unavailable', 'this device has no media now, rebuild it');
  return nodeId;
}
