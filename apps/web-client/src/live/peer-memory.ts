const key = 'manyhalls.peer';

/**
 * Which peer this tab is, so that a cut connection or a reload is the same peer again and nobody is counted twice.
 * The tab's own storage: two tabs are two peers.
 */
export const peerMemory = {
  read(sessionId: string): string | undefined {
    const [session, peer] = (sessionStorage.getItem(key) ?? '').split(' ');
    return session === sessionId ? peer : undefined;
  },
  write(sessionId: string, peerId: string): void {
    sessionStorage.setItem(key, `${sessionId} ${peerId}`);
  },
  forget(): void {
    sessionStorage.removeItem(key);
  },
};

export type PeerMemory = typeof peerMemory;
