import { io, type Socket } from 'socket.io-client';
import {
  Fault,
  type Ack,
  type LiveBroadcasts,
  type LiveClientToServer,
  type LiveRequests,
  type LiveServerToClient,
  type WireError,
} from '@manyhalls/contracts';
import type { TestServer } from './server';

type Told = {
  [Event in keyof LiveBroadcasts]: { event: Event; payload: LiveBroadcasts[Event] };
}[keyof LiveBroadcasts];

/** One socket of one person, as the browser's part would hold it. */
export class LiveClient {
  /** Everything it was told, in order. */
  readonly told: Told[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(readonly socket: Socket<LiveServerToClient, LiveClientToServer>) {
    socket.onAny((event: string, payload: unknown) => {
      this.told.push({ event, payload } as Told);
      this.wake();
    });
    socket.on('disconnect', () => this.wake());
  }

  /** Sends a request that must succeed. @throws {Fault} */
  async ask<Verb extends keyof LiveRequests>(
    verb: Verb,
    request: LiveRequests[Verb]['request'],
  ): Promise<LiveRequests[Verb]['reply']> {
    const answer = (await this.send(verb, request)) as Ack<LiveRequests[Verb]['reply']>;
    if (!answer.ok) throw Fault.fromWire(answer.error);
    return answer.data;
  }

  /** The error of a request that must fail. */
  async refusal(verb: string, ...args: unknown[]): Promise<WireError> {
    const answer = await this.send(verb, ...args);
    if (answer.ok) throw new Error(`${verb} was not refused: ${JSON.stringify(answer.data)}`);
    return answer.error;
  }

  /** Sends anything at all. Fails when no acknowledgement comes, or a second one. */
  async send(verb: string, ...args: unknown[]): Promise<Ack<unknown>> {
    const untyped = this.socket as unknown as Socket;
    return (await untyped.timeout(10_000).emitWithAck(verb, ...args)) as Ack<unknown>;
  }

  /** The first broadcast of this kind that fits, also one that came before. */
  async heard<Event extends keyof LiveBroadcasts>(
    event: Event,
    fits: (payload: LiveBroadcasts[Event]) => boolean = () => true,
  ): Promise<LiveBroadcasts[Event]> {
    const found = () =>
      this.told.find((one) => one.event === event && fits(one.payload as LiveBroadcasts[Event]));
    await this.until(() => found() !== undefined || !this.socket.connected, `to hear ${event}`);
    const one = found();
    if (!one) throw new Error(`the socket was closed before ${event}`);
    return one.payload as LiveBroadcasts[Event];
  }

  async closed(): Promise<void> {
    await this.until(() => !this.socket.connected, 'for the socket to close');
  }

  close(): void {
    this.socket.disconnect();
  }

  private async until(done: () => boolean, what: string): Promise<void> {
    const late = Date.now() + 20_000;
    while (!done()) {
      if (Date.now() > late) throw new Error(`waited too long ${what}; told: ${JSON.stringify(this.told)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(woken, 250);
        const waiting = this.waiting;
        function woken() {
          clearTimeout(timer);
          waiting.delete(woken);
          resolve();
        }
        waiting.add(woken);
      });
    }
  }

  private wake(): void {
    for (const woken of this.waiting) woken();
  }
}

/** Connects with whatever ticket. @throws {Fault} as told in the handshake */
export async function connectLive(server: TestServer, ticket: unknown): Promise<LiveClient> {
  const socket: Socket<LiveServerToClient, LiveClientToServer> = io(`${server.url}/live`, {
    auth: { ticket },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const client = new LiveClient(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.disconnect();
      const { data } = error as Error & { data?: WireError };
      reject(data ? Fault.fromWire(data) : error);
    });
  });
  return client;
}
