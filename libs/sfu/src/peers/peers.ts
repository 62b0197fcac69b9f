import { Fault, type DetachPeerDto, type OpenPeerDto } from '@manyhalls/contracts';
import type { Sessions } from '../sessions/sessions';
import type { Tell } from '../tell';
import type { MediaWorker } from '../workers/media-worker';
import { Peer } from './peer';

/** The peers on this node. A peer outlives its socket by the grace it was detached with. */
export class Peers {
  private readonly peers = new Map<string, Peer>();
  private readonly opening = new Map<string, Promise<Peer>>();

  constructor(
    private readonly sessions: Sessions,
    private readonly tell: Tell,
  ) {}

  get all(): Peer[] {
    return [...this.peers.values()];
  }

  /** @throws {Fault} `not-found`. */
  get(peerId: string): Peer {
    const peer = this.peers.get(peerId);
    if (!peer) throw new Fault('not-found', 'no such peer on this node');
    return peer;
  }

  /**
   * Opens a peer, or attaches the one that is there.
   * @throws {Fault} `conflict` when it is there in another session, `media-unavailable` when no worker runs.
   */
  async open({ peerId, sessionId, audience }: OpenPeerDto): Promise<Peer> {
    const peer = this.peers.get(peerId) ?? (await this.openOnce(peerId, sessionId, audience));
    if (peer.home.sessionId !== sessionId) throw new Fault('conflict', 'the peer is in another session');
    peer.audience = audience;
    peer.attach();
    return peer;
  }

  attach(peerId: string): void {
    this.get(peerId).attach();
  }

  detach({ peerId, graceMs }: DetachPeerDto): void {
    this.get(peerId).detach(graceMs, () => {
      this.close(peerId);
      this.tell('peers:lost', { peerIds: [peerId], reason: 'grace-over' });
    });
  }

  close(peerId: string): void {
    this.peers.get(peerId)?.close();
    this.peers.delete(peerId);
  }

  closeAll(): void {
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
  }

  /** Their worker died and took their transports along. */
  lose(worker: MediaWorker): void {
    const peerIds = this.all.filter(({ home }) => home.worker === worker).map(({ id }) => id);
    for (const peerId of peerIds) this.close(peerId);
    if (peerIds.length > 0) this.tell('peers:lost', { peerIds, reason: 'worker-died' });
  }

  private openOnce(peerId: string, sessionId: string, audience: boolean): Promise<Peer> {
    let opening = this.opening.get(peerId);
    if (!opening) {
      opening = this.make(peerId, sessionId, audience).finally(() => this.opening.delete(peerId));
      this.opening.set(peerId, opening);
    }
    return opening;
  }

  private async make(peerId: string, sessionId: string, audience: boolean): Promise<Peer> {
    const { home, release } = await this.sessions.hold(sessionId);
    const peer = new Peer(peerId, home, audience, release);
    this.peers.set(peerId, peer);
    return peer;
  }
}
