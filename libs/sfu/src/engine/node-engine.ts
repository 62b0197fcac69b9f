import {
  decode,
  Fault,
  isNodeVerb,
  nodeRequestDtos,
  type Ack,
  type NodeLoadDto,
  type NodeReply,
  type NodeVerb,
} from '@manyhalls/contracts';
import type { NodeEngineSettings } from '../settings';
import type { Tell } from '../tell';
import type { MediaWorker } from '../workers/media-worker';
import { WorkerPool } from '../workers/worker-pool';
import { handlersOf, type Handlers } from './handlers';
import { makeParts, type EngineParts } from './parts';
import { describe, measureLoad } from './report';

/**
 * A media node: its workers, and what there is on them of sessions, peers, tracks and links. Event-servers tell it what
 * to do in the words of `nodeRequests`; it tells them what happened in those of `nodeBroadcasts`.
 */
export class NodeEngine {
  private readonly parts: EngineParts;
  private readonly handlers: Handlers;
  private draining = false;
  private closed = false;

  private constructor(
    private readonly settings: NodeEngineSettings,
    pool: WorkerPool,
    listener: Tell,
  ) {
    this.parts = makeParts(settings, pool, (event, payload) => {
      if (!this.closed) listener(event, payload);
    });
    this.handlers = handlersOf(this.parts, {
      load: () => this.load(),
      report: async () => describe(this.parts, settings.nodeId, await this.load()),
    });
    pool.onDied((worker) => this.workerDied(worker));
  }

  /**
   * @param listener is told what happens unasked.
   * @throws {Error} when a worker cannot be started: no binary, or a port is taken. Nothing is left running then.
   */
  static async create(settings: NodeEngineSettings, listener: Tell): Promise<NodeEngine> {
    return new NodeEngine(settings, await WorkerPool.start(settings), listener);
  }

  /** Does what an event-server asks. Never throws: every refusal is an answer. */
  async handle(verb: string, payload: unknown): Promise<Ack<object>> {
    try {
      if (this.closed) throw new Fault('media-unavailable', 'this media node is closing');
      if (!isNodeVerb(verb)) throw new Fault('bad-request', 'no such verb');
      return { ok: true, data: await this.dispatch(verb, payload) };
    } catch (error) {
      if (error instanceof Fault) return { ok: false, error: error.toWire() };
      console.error(`${this.settings.nodeId}: ${verb}:`, error);
      return { ok: false, error: new Fault('internal', 'something went wrong on the media node').toWire() };
    }
  }

  /** From now on the node's load says that it should be given nobody new. */
  drain(): void {
    this.draining = true;
  }

  /** Ends everything; no process is left when it is done. */
  async close(): Promise<void> {
    this.closed = true;
    this.parts.playouts.stopAll();
    this.parts.peers.closeAll();
    await this.parts.pool.close();
  }

  private load(): Promise<NodeLoadDto> {
    return measureLoad(this.parts, this.draining);
  }

  private dispatch<Verb extends NodeVerb>(
    verb: Verb,
    payload: unknown,
  ): Promise<NodeReply<Verb>> | NodeReply<Verb> {
    return this.handlers[verb](decode(nodeRequestDtos[verb].request, payload));
  }

  /** mediasoup has closed the worker's routers by now, and with them tracks, links and playouts, who told so. */
  private workerDied(worker: MediaWorker): void {
    this.parts.sessions.forget(worker);
    this.parts.peers.lose(worker);
  }
}
