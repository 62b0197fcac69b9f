import { Fault, type Direction } from '@manyhalls/contracts';
import type { Watch } from '../consumers/watch';
import type { SessionRouter } from '../sessions/sessions';
import type { Track } from '../tracks/track';
import { PeerTransport } from './peer-transport';

/**
 * One device of a participant in one session. Its transports and consumers are found only through it, so that nobody
 * can touch somebody else's by guessing an id.
 */
export class Peer {
  /** What it consumes or is about to, so that a request sent twice gives one consumer. */
  readonly watches = new Map<Track, Promise<Watch>>();
  readonly consumers = new Map<string, Watch>();
  private readonly transports = new Map<Direction, PeerTransport>();
  private grace: NodeJS.Timeout | undefined;
  private closed = false;

  /** @param leave is called once, when the peer is closed. */
  constructor(
    readonly id: string,
    readonly home: SessionRouter,
    /** Audience peers lose a feed's consumers when it leaves the programme. */
    public audience: boolean,
    private readonly leave: () => void,
  ) {}

  get attached(): boolean {
    return this.grace === undefined;
  }

  attach(): void {
    clearTimeout(this.grace);
    this.grace = undefined;
  }

  /** @param graceMs how long to wait before `over` is called, unless the peer is attached again. */
  detach(graceMs: number, over: () => void): void {
    clearTimeout(this.grace);
    this.grace = setTimeout(over, graceMs);
  }

  /** A peer has one transport per direction: another one takes the place of the first. */
  async openTransport(direction: Direction): Promise<PeerTransport> {
    const transport = await PeerTransport.open(this.home);
    if (this.closed) {
      transport.close();
      throw new Fault('not-found', 'the peer was closed');
    }
    this.transports.get(direction)?.close();
    this.transports.set(direction, transport);
    return transport;
  }

  /** @throws {Fault} `not-found` when this peer has no such transport. */
  transport(transportId: string): PeerTransport {
    const transport = [...this.transports.values()].find(({ id }) => id === transportId);
    if (!transport) throw new Fault('not-found', 'this peer has no such transport');
    return transport;
  }

  /** @throws {Fault} `conflict` when the peer has none. */
  transportTo(direction: Direction): PeerTransport {
    const transport = this.transports.get(direction);
    if (!transport) throw new Fault('conflict', `this peer has no ${direction} transport`);
    return transport;
  }

  /** @throws {Fault} `not-found` when this peer has no such consumer. */
  watch(consumerId: string): Watch {
    const watch = this.consumers.get(consumerId);
    if (!watch) throw new Fault('not-found', 'this peer has no such consumer');
    return watch;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.grace);
    for (const transport of this.transports.values()) transport.close();
    this.leave();
  }
}
