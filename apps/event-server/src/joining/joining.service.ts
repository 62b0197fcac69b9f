import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { Fault, type JoinedDto, type JoinSessionDto, type PeerMediaDto } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import type { LiveSocket } from '../live/live-socket';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { demandSameEvent } from '../live/same-event';
import { ParticipantsService } from '../participants/participants.service';
import { isAudience, type Peer } from '../peers/peer';
import { PeerMediaService } from '../peers/peer-media.service';
import { PeersService } from '../peers/peers.service';
import { PresenceService } from '../presence/presence.service';
import { SessionsService } from '../sessions/sessions.service';
import { viewOf } from '../show/show';
import { ShowService } from '../show/show.service';

/** Coming into a session and leaving it, one session a socket. */
@Injectable()
export class JoiningService {
  /** People who left by their own will, with one of their devices. */
  readonly left = new Subject<Pick<Peer, 'sessionId' | 'participantId'>>();

  constructor(
    private readonly sessions: SessionsService,
    private readonly participants: ParticipantsService,
    private readonly peers: PeersService,
    private readonly media: PeerMediaService,
    private readonly shows: ShowService,
    private readonly presence: PresenceService,
    private readonly sockets: LiveSockets,
  ) {}

  /** @throws {Fault} `not-found`, also for another event's session */
  async join(socket: LiveSocket, { sessionId, resumePeerId }: JoinSessionDto): Promise<JoinedDto> {
    demandSameEvent(socket.data.ticket, await this.sessions.find(sessionId));
    const resumed = resumePeerId ? await this.resume(socket, sessionId, resumePeerId) : null;
    if (socket.data.peerId !== resumed?.id) await this.leave(socket);
    const peer = resumed ?? (await this.open(socket, sessionId));
    socket.data.peerId = peer.id;
    socket.data.sessionId = sessionId;
    const reader = isAudience(peer) ? 'audience' : 'crew';
    // The rooms first: what changes while the state is read is then told, and the newer version wins.
    await socket.join([
      rooms.peer(peer.id),
      rooms.participant(sessionId, peer.participantId),
      rooms[reader](sessionId),
      ...(may(peer.role, 'question:moderate') ? [rooms.moderators(sessionId)] : []),
    ]);
    const [show, presence, media] = await Promise.all([
      this.shows.read(sessionId),
      this.presence.counts(sessionId),
      resumed ? null : this.openMedia(peer),
    ]);
    const now = new Date();
    return {
      peerId: peer.id,
      resumed: resumed !== null,
      serverTime: now.toISOString(),
      show: viewOf(show, reader, now),
      presence,
      media,
    };
  }

  /** The socket stays, and may join another session. */
  async leave(socket: LiveSocket): Promise<void> {
    const { peerId, sessionId, ticket } = socket.data;
    if (!peerId) return;
    delete socket.data.peerId;
    delete socket.data.sessionId;
    const kept = [socket.id, rooms.signIn(socket.data.ticket.signInId)];
    for (const room of socket.rooms) if (!kept.includes(room)) await socket.leave(room);
    await this.peers.close({ id: peerId, socketId: socket.id });
    if (sessionId) this.left.next({ sessionId, participantId: ticket.participantId });
  }

  private async open(socket: LiveSocket, sessionId: string): Promise<Peer> {
    const { participantId, signInId, role, venueId } = socket.data.ticket;
    const { country } = await this.participants.find(participantId);
    const peer: Peer = {
      id: randomUUID(),
      sessionId,
      participantId,
      signInId,
      role,
      venueId,
      country,
      nodeId: null,
      socketId: socket.id,
    };
    await this.peers.open(peer);
    return peer;
  }

  /** `null` when the peer is over, is somebody else's, or has lost its media: then a new one is as good. */
  private async resume(socket: LiveSocket, sessionId: string, id: string): Promise<Peer | null> {
    const { participantId, signInId } = socket.data.ticket;
    const peer = await this.peers.take({ id, sessionId, participantId }, { socketId: socket.id, signInId });
    if (!peer) return null;
    if (peer.socketId !== null && peer.socketId !== socket.id) {
      this.sockets.tell(peer.socketId, 'session:taken-over', {});
      this.sockets.disconnect(peer.socketId);
    }
    if (await this.media.attach(peer)) return peer;
    await this.peers.close({ id });
    return null;
  }

  /** Without media the rest goes on, and the page asks for it again. */
  private async openMedia(peer: Peer): Promise<PeerMediaDto | null> {
    try {
      return await this.media.open(peer);
    } catch (thrown) {
      if (thrown instanceof Fault && (thrown.code === 'media-unavailable' || thrown.code === 'timeout'))
        return null;
      throw thrown;
    }
  }
}
