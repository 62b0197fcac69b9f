/**
 * Which event-server holds the socket of which peer. A server that cannot be reached cannot say that a socket is gone
 * either, so its peers get the same grace as if it had said so.
 */
export class AttachedPeers<Server> {
  private readonly servers = new Map<string, Server>();

  /** @param detach starts the grace of a peer whose server is gone. */
  constructor(private readonly detach: (peerId: string) => void) {}

  /**
   * Whether a request should be passed over: a server that says late that a socket is gone must not detach a peer that
   * is attached through another server by now.
   */
  isStale(server: Server, verb: string, request: unknown): boolean {
    if (verb !== 'peer:detach') return false;
    const holder = this.servers.get(peerIdOf(request) ?? '');
    return holder !== undefined && holder !== server;
  }

  /** Takes note of a request that was done. */
  note(server: Server, verb: string, request: unknown): void {
    const peerId = peerIdOf(request);
    if (peerId === null) return;
    if (verb === 'peer:open' || verb === 'peer:attach') this.servers.set(peerId, server);
    if (verb === 'peer:close' || verb === 'peer:detach') this.servers.delete(peerId);
  }

  forget(peerIds: readonly string[]): void {
    for (const peerId of peerIds) this.servers.delete(peerId);
  }

  serverGone(gone: Server): void {
    for (const [peerId, server] of this.servers) {
      if (server !== gone) continue;
      this.servers.delete(peerId);
      this.detach(peerId);
    }
  }
}

function peerIdOf(request: unknown): string | null {
  if (typeof request !== 'object' || request === null || !('peerId' in request)) return null;
  return typeof request.peerId === 'string' ? request.peerId : null;
}
