import type { types } from 'mediasoup';
import { shared } from '../shared';
import type { MediaWorker } from '../workers/media-worker';
import { byMediasoup } from '../by-mediasoup';
import type { WorkerPool } from '../workers/worker-pool';
import { mediaCodecs } from './media-codecs';

/** A session's router on one worker. */
export interface SessionRouter {
  sessionId: string;
  worker: MediaWorker;
  router: types.Router;
}

interface Session {
  routers: Map<MediaWorker, Promise<SessionRouter>>;
  /** Peers and play-outs: while there are any, the routers stay. */
  holders: number;
}

/** The sessions that this node takes part in: one router for each session and worker in use. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  /** Peers and play-outs on each worker, for spreading them. */
  private readonly users = new WeakMap<MediaWorker, number>();

  constructor(private readonly pool: WorkerPool) {}

  /**
   * A router for somebody who stays, on the worker that has the fewest of them.
   * @returns the router, and a function that gives it back; when the last holder does, the session leaves the node.
   * @throws {Fault} `media-unavailable` when no worker runs.
   */
  async hold(sessionId: string): Promise<{ home: SessionRouter; release: () => void }> {
    const session = this.session(sessionId);
    session.holders++;
    let worker: MediaWorker | undefined;
    const release = once(() => {
      if (worker) this.count(worker, -1);
      session.holders--;
      this.closeIfEmpty(sessionId, session);
    });
    try {
      worker = await this.pool.pick((candidate) => this.users.get(candidate) ?? 0);
      this.count(worker, 1);
      return { home: await this.router(sessionId, session, worker), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The session's first router, where its links end; made on the least used worker when there is none. */
  async first(sessionId: string): Promise<SessionRouter> {
    const session = this.session(sessionId);
    for (const present of session.routers.values()) return present;
    return this.router(sessionId, session, await this.pool.pick((worker) => this.users.get(worker) ?? 0));
  }

  /** Closes the session's routers when nobody holds them any more. */
  closeUnheld(sessionId: string): void {
    const session = this.sessions.get(sessionId);
    if (session) this.closeIfEmpty(sessionId, session);
  }

  /** mediasoup has closed the routers of a dead worker; they are forgotten here. */
  forget(worker: MediaWorker): void {
    for (const session of this.sessions.values()) session.routers.delete(worker);
  }

  private session(sessionId: string): Session {
    let session = this.sessions.get(sessionId);
    if (!session) this.sessions.set(sessionId, (session = { routers: new Map(), holders: 0 }));
    return session;
  }

  private router(sessionId: string, session: Session, worker: MediaWorker): Promise<SessionRouter> {
    return shared(session.routers, worker, async () => {
      const router = await byMediasoup(() => worker.worker.createRouter({ mediaCodecs }));
      return { sessionId, worker, router };
    });
  }

  private closeIfEmpty(sessionId: string, session: Session): void {
    if (session.holders > 0 || this.sessions.get(sessionId) !== session) return;
    this.sessions.delete(sessionId);
    for (const router of session.routers.values()) {
      router.then(
        (made) => made.router.close(),
        () => undefined,
      );
    }
  }

  private count(worker: MediaWorker, step: number): void {
    this.users.set(worker, (this.users.get(worker) ?? 0) + step);
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
