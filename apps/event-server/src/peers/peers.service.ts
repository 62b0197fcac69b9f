import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import { In, IsNull, Raw, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import { Fault, limits } from '@manyhalls/contracts';
import type { LiveSocket } from '../live/live-socket';
import type { Peer } from './peer';
import { PeerEntity } from './peer.entity';

const open = { closedAt: IsNull() };
const now = () => 'now()';

/** Who takes part in which session with which device: rows, so that any server can take over. */
@Injectable()
export class PeersService {
  /** Sessions in which somebody came or went. */
  readonly changed = new Subject<string>();
  /** Peers that are over, each told once, by the server that closed it. */
  readonly closed = new Subject<Peer[]>();
  /** Peers that still are, but whose media on that node is gone. */
  readonly lostMedia = new Subject<{ nodeId: string; peers: Peer[] }>();

  constructor(@InjectRepository(PeerEntity) private readonly peers: Repository<PeerEntity>) {}

  /**
   * The peer that a socket speaks for.
   * @throws {Fault} `not-joined`, also when another socket speaks for it by now.
   */
  async of(socket: LiveSocket): Promise<Peer> {
    const { peerId: id } = socket.data;
    const peer = id ? await this.peers.findOneBy({ id, socketId: socket.id, ...open }) : null;
    if (!peer) throw new Fault('not-joined', 'join a session first');
    return peer;
  }

  async find(which: FindOptionsWhere<Peer>, manager: EntityManager = this.peers.manager): Promise<Peer[]> {
    return manager.findBy(PeerEntity, { ...which, ...open });
  }

  async open(peer: Peer): Promise<void> {
    await this.peers.insert(peer);
    this.changed.next(peer.sessionId);
  }

  /**
   * Lets a new socket speak for a peer of the same person.
   * @returns the peer as it was before, `null` when it is over or somebody else's.
   */
  async take(
    which: Pick<Peer, 'id' | 'sessionId' | 'participantId'>,
    by: Pick<Peer, 'socketId' | 'signInId'>,
  ): Promise<Peer | null> {
    return this.peers.manager.transaction(async (manager) => {
      const peer = await manager.findOne(PeerEntity, {
        where: { ...which, ...open },
        lock: { mode: 'pessimistic_write' },
      });
      if (peer) await manager.update(PeerEntity, { id: peer.id }, { ...by, seenAt: now });
      return peer;
    });
  }

  /** The socket is gone: from now on the peer's grace runs. `null` when the socket did not speak for it any more. */
  async detach(id: string, socketId: string): Promise<Peer | null> {
    const [peer] = await this.update({ id, socketId }, { socketId: null, seenAt: now });
    return peer ?? null;
  }

  async placeOn(id: string, nodeId: string): Promise<void> {
    await this.peers.update({ id, ...open }, { nodeId });
  }

  /** Keeps the peers of living sockets from being taken for lost. */
  async touch(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.peers.update({ id: In(ids), ...open }, { seenAt: now });
  }

  async close(which: FindOptionsWhere<PeerEntity>): Promise<void> {
    const closed = await this.update(which, { closedAt: now, socketId: null });
    if (closed.length === 0) return;
    this.closed.next(closed);
    for (const sessionId of new Set(closed.map((peer) => peer.sessionId))) this.changed.next(sessionId);
  }

  /** Closes whatever no server has seen for the whole grace: also the peers of a server that died. */
  async closeUnseen(): Promise<void> {
    await this.close({
      seenAt: Raw((column) => `${column} < now() - :graceMs * interval '1 millisecond'`, {
        graceMs: limits.peerGraceMs,
      }),
    });
  }

  /** These peers' media is gone from that node; those that are elsewhere by now are left alone. */
  async loseMedia(nodeId: string, which: FindOptionsWhere<PeerEntity>): Promise<Peer[]> {
    const peers = await this.update({ ...which, nodeId }, { nodeId: null });
    if (peers.length > 0) this.lostMedia.next({ nodeId, peers });
    return peers;
  }

  /** Changes open peers, and gives those that this call has changed: never two servers the same one. */
  private async update(
    which: FindOptionsWhere<PeerEntity>,
    change: Parameters<Repository<PeerEntity>['update']>[1],
  ): Promise<Peer[]> {
    return this.peers.manager.transaction(async (manager) => {
      const peers = await manager.find(PeerEntity, {
        where: { ...which, ...open },
        lock: { mode: 'pessimistic_write' },
      });
      if (peers.length > 0) await manager.update(PeerEntity, { id: In(peers.map(({ id }) => id)) }, change);
      return peers;
    });
  }
}
