/**
 * Many sockets in a process of their own, which count what reaches them: in the process that sends, receiving would
 * hold up the sending.
 */
import { io, type Socket } from 'socket.io-client';
import type { ChatChangedDto } from '@manyhalls/contracts';
import { now } from '../lib/clock';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';
import { sentAtIn } from './message';

type ToAudience = { do: 'seat'; url: string; tickets: string[]; sessionId: string } | { do: 'tell' };
type FromAudience = { told: 'seated' } | ({ told: 'deliveries' } & Deliveries);

export interface Deliveries {
  /** Messages that reached a socket, each counted once a socket. */
  count: number;
  /** Milliseconds from sending to receiving. */
  latencies: number[];
}

/** How many come at the same time. */
const AT_ONCE = 20;

export class Audience {
  private readonly running: Running;
  private readonly heard: FromAudience[] = [];

  constructor(defer: Defer) {
    this.running = Running.start({ file: __filename }, defer);
    this.running.child.on('message', (message: FromAudience) => this.heard.push(message));
  }

  /** One socket for each ticket. */
  async seat(url: string, tickets: string[], sessionId: string): Promise<void> {
    this.tell({ do: 'seat', url, tickets, sessionId });
    await this.hear('seated');
  }

  /** Since the last call. */
  async deliveries(): Promise<Deliveries> {
    this.tell({ do: 'tell' });
    return this.hear('deliveries');
  }

  private tell(message: ToAudience): void {
    this.running.child.send(message);
  }

  private hear<Told extends FromAudience['told']>(
    told: Told,
  ): Promise<Extract<FromAudience, { told: Told }>> {
    return this.running.until(() => {
      const index = this.heard.findIndex((message) => message.told === told);
      return index < 0
        ? undefined
        : (this.heard.splice(index, 1)[0] as Extract<FromAudience, { told: Told }>);
    });
  }
}

function beAudience(tell: (message: FromAudience) => void): void {
  let deliveries: Deliveries = { count: 0, latencies: [] };
  const listen = (socket: Socket) =>
    socket.on('chat:changed', ({ messages }: ChatChangedDto) => {
      const at = now();
      for (const { text } of messages) {
        deliveries.count += 1;
        deliveries.latencies.push(at - sentAtIn(text ?? ''));
      }
    });
  const sit = async (url: string, ticket: string, sessionId: string) => {
    const socket = io(url, {
      auth: { ticket },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    listen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await socket.timeout(30_000).emitWithAck('session:join', { sessionId });
  };
  // The guard lets go of the channel, and nothing else keeps this process before it is told what to do.
  process.channel?.ref();
  process.on('message', (message: ToAudience) => {
    if (message.do === 'tell') {
      tell({ told: 'deliveries', ...deliveries });
      deliveries = { count: 0, latencies: [] };
      return;
    }
    const { url, tickets, sessionId } = message;
    const left = [...tickets];
    const takeSeats = async () => {
      for (let ticket = left.pop(); ticket; ticket = left.pop()) await sit(url, ticket, sessionId);
    };
    void Promise.all(Array.from({ length: AT_ONCE }, takeSeats)).then(() => tell({ told: 'seated' }));
  });
}

if (process.argv[1] === __filename) beAudience((message) => process.send?.(message));
