/** Many sockets in a process of their own that note when each state of the show reached them. */
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import * as parser from 'socket.io-parser';
import { now } from '../lib/clock';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';

interface Seats {
  do: 'seat';
  url: string;
  ticket: string;
  sessionId: string;
  sockets: number;
  /** What the state is told as. */
  event: string;
}
type ToClients = Seats | { do: 'tell'; takeId: string };
type FromClients = 'seated' | { knownAt: number[] };

/** How many come at the same time. */
const AT_ONCE = 10;
/** A state that has not come by then is lost. */
const PATIENCE_MS = 10_000;

export class StateClients {
  private readonly running: Running;
  private readonly heard: FromClients[] = [];
  private sockets = 0;

  constructor(defer: Defer) {
    this.running = Running.start({ file: __filename }, defer);
    this.running.child.on('message', (message: FromClients) => this.heard.push(message));
  }

  async seat(seats: Omit<Seats, 'do'>): Promise<void> {
    this.running.child.send({ do: 'seat', ...seats } satisfies ToClients);
    await this.hear();
    this.sockets += seats.sockets;
  }

  /** When each socket knew of the take, on the clock of `now`; resolves when all of them do. */
  async know(takeId: string): Promise<number[]> {
    for (const late = now() + PATIENCE_MS; ; await wait(100)) {
      this.running.child.send({ do: 'tell', takeId } satisfies ToClients);
      const answer = await this.hear();
      const knownAt = answer === 'seated' ? [] : answer.knownAt;
      if (knownAt.length === this.sockets) return knownAt;
      if (now() > late) throw new Error(`only ${knownAt.length} of ${this.sockets} were told`);
    }
  }

  private hear(): Promise<FromClients> {
    return this.running.until(() => this.heard.shift());
  }
}

/**
 * Finds the take in a state without reading the rest of it: each of these sockets stands for a device of its own, which
 * would read on a processor of its own.
 */
class TakeDecoder extends parser.Decoder {
  override add(message: unknown): void {
    const [, nsp = '/', event, takeId] =
      /^2(?:(\/\w+),)?\["(\w+:changed)".*?"take":\{"id":"([\w-]+)"/.exec(String(message)) ?? [];
    if (takeId) this.emitReserved('decoded', { type: parser.PacketType.EVENT, nsp, data: [event, takeId] });
    else super.add(message);
  }
}

function beClients(tell: (message: FromClients) => void): void {
  const known = new Map<string, number[]>();
  const sit = async ({ url, ticket, sessionId, event }: Seats) => {
    const socket = io(url, {
      auth: { ticket },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      parser: { Encoder: parser.Encoder, Decoder: TakeDecoder },
    });
    let present: string | undefined;
    socket.on(event, (takeId: string) => {
      const at = now();
      if (takeId === present) return;
      present = takeId;
      known.set(takeId, [...(known.get(takeId) ?? []), at]);
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await socket.timeout(30_000).emitWithAck('session:join', { sessionId });
  };
  // The guard lets go of the channel, and nothing else keeps this process before it is told what to do.
  process.channel?.ref();
  process.on('message', (message: ToClients) => {
    if (message.do === 'tell') {
      tell({ knownAt: known.get(message.takeId) ?? [] });
      return;
    }
    let left = message.sockets;
    const takeSeats = async () => {
      while (left-- > 0) await sit(message);
    };
    void Promise.all(Array.from({ length: AT_ONCE }, takeSeats)).then(() => tell('seated'));
  });
}

if (process.argv[1] === __filename) beClients((message) => process.send?.(message));
