import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { In, IsNull } from 'typeorm';
import type { NodeReportDto, PeersLostDto } from '@manyhalls/contracts';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { MediaPlane } from '../media-plane/media-plane';
import { inBackground } from '../wire/in-background';
import { PeersService } from './peers.service';

/** A node that is away longer than this is taken for lost: its peers are better off elsewhere. */
const awayMs = 2_000;

/** Notices when peers lose their media, and tells them to build it anew. */
@Injectable()
export class MediaLosses implements OnApplicationShutdown {
  /** Nodes that have been away for so long that nobody should wait for them. */
  readonly nodeLost = new Subject<string>();
  private readonly logger = new Logger('MediaLosses');
  private readonly awayTimers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly peers: PeersService,
    private readonly plane: MediaPlane,
    private readonly sockets: LiveSockets,
  ) {
    plane.listen({
      'peers:lost': (nodeId, told) => void inBackground(this.logger, () => this.lost(nodeId, told)),
      nodeConnected: ({ nodeId }, report) => {
        this.forgetAway(nodeId);
        void inBackground(this.logger, () => this.reconcile(nodeId, report));
      },
      nodeDisconnected: (nodeId) => {
        this.forgetAway(nodeId);
        this.awayTimers.set(
          nodeId,
          setTimeout(() => void inBackground(this.logger, () => this.away(nodeId)), awayMs),
        );
      },
    });
  }

  onApplicationShutdown(): void {
    for (const nodeId of this.awayTimers.keys()) this.forgetAway(nodeId);
  }

  private async lost(nodeId: string, { peerIds, reason }: PeersLostDto): Promise<void> {
    if (reason === 'grace-over') await this.peers.close({ id: In(peerIds), nodeId, socketId: IsNull() });
    // Those whose socket came back just when the grace ended go on, with new media.
    await this.lose(nodeId, peerIds, 'worker-died');
  }

  /** The node's media may be alive, but this server's people cannot steer it; other servers' people can. */
  private async away(nodeId: string): Promise<void> {
    await this.lose(
      nodeId,
      this.sockets.here().flatMap((socket) => socket.data.peerId ?? []),
      'node-lost',
    );
    this.nodeLost.next(nodeId);
  }

  private async reconcile(nodeId: string, report: NodeReportDto): Promise<void> {
    const wanted = new Map((await this.peers.find({ nodeId })).map((peer) => [peer.id, peer]));
    const actual = new Set(report.peers.map(({ peerId }) => peerId));
    await this.lose(
      nodeId,
      [...wanted.keys()].filter((id) => !actual.has(id)),
      'node-lost',
    );
    const here = new Set(this.sockets.here().map(({ id }) => id));
    await Promise.allSettled(
      [...actual].map(async (peerId) => {
        const peer = wanted.get(peerId);
        if (!peer) await this.plane.request(nodeId, 'peer:close', { peerId });
        else if (peer.socketId !== null && here.has(peer.socketId))
          await this.plane.request(nodeId, 'peer:attach', { peerId });
      }),
    );
  }

  private async lose(nodeId: string, ids: string[], reason: 'worker-died' | 'node-lost'): Promise<void> {
    const lost = await this.peers.loseMedia(nodeId, { id: In(ids) });
    for (const { id } of lost) this.sockets.tell(rooms.peer(id), 'media:lost', { reason });
  }

  private forgetAway(nodeId: string): void {
    clearTimeout(this.awayTimers.get(nodeId));
    this.awayTimers.delete(nodeId);
  }
}
