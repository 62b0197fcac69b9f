import { io, type Socket } from 'socket.io-client';
import type { Ack, LiveBroadcasts, LiveRequests } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { retryDelay } from './retry';

export type LiveVerb = keyof LiveRequests;
export type LiveRequest<Verb extends LiveVerb> = LiveRequests[Verb]['request'];
export type LiveReply<Verb extends LiveVerb> = LiveRequests[Verb]['reply'];

const requestTimeoutMs = 10_000;

/** Refusals that no second attempt can change. */
const final = new Set(['revoked', 'forbidden', 'not-signed-in', 'not-found']);

export interface LiveSocketListener {
  connected(): void;
  disconnected(): void;
  /** The server, or the sign-in, will not have this person any more; the socket stays closed. */
  refused(fault: Fault): void;
}

/** The socket of one browser: typed requests and broadcasts, and a connection that comes back by itself. */
export class LiveSocket {
  private readonly socket: Socket;
  private wanted = false;
  private refusals = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** @param getTicket asked at every (re)connection, so that a long-lived page never shows an expired ticket. */
  constructor(
    url: string,
    private readonly getTicket: () => Promise<string>,
    private readonly listener: LiveSocketListener,
  ) {
    this.socket = io(url, {
      autoConnect: false,
      forceNew: true,
      // A WebSocket saves three round trips against polling first; polling remains for networks that block it.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
      auth: (give) => {
        getTicket().then(
          (ticket) => give({ ticket }),
          (error: unknown) => this.turnedAway(toFault(error)),
        );
      },
    });
    this.socket.on('connect', () => {
      this.refusals = 0;
      listener.connected();
    });
    this.socket.on('disconnect', () => {
      listener.disconnected();
      // socket.io comes back by itself except when it was the server that closed.
      if (!this.socket.active) this.reconnectLater();
    });
    this.socket.on('connect_error', (error: Error & { data?: unknown }) => {
      if (!this.socket.active) this.turnedAway(toFault(error.data));
    });
  }

  open(): void {
    this.wanted = true;
    // It is on its way while the connection is being made; what becomes of it is heard in `auth`.
    this.getTicket().catch(() => undefined);
    this.socket.connect();
  }

  close(): void {
    this.wanted = false;
    clearTimeout(this.retry);
    this.socket.disconnect();
  }

  /** Connects anew with a fresh ticket. */
  reopen(): void {
    this.socket.disconnect();
    this.reconnectLater();
  }

  /** @throws {Fault} the server's refusal; `unavailable` while not connected; `timeout` after 10 s. */
  async request<Verb extends LiveVerb>(verb: Verb, request: LiveRequest<Verb>): Promise<LiveReply<Verb>> {
    // socket.io would keep it and send it after a reconnect, before the session is joined again.
    if (!this.socket.connected) throw new Fault('unavailable', 'Not connected');
    let answer: Ack<LiveReply<Verb>>;
    try {
      answer = await this.socket.timeout(requestTimeoutMs).emitWithAck(verb, request);
    } catch {
      throw this.socket.connected
        ? new Fault('timeout', `No answer to ${verb}`)
        : new Fault('unavailable', 'The connection was lost');
    }
    if (!answer.ok) throw Fault.fromWire(answer.error);
    return answer.data;
  }

  /** @returns a function that stops listening. */
  on<Event extends keyof LiveBroadcasts & string>(
    event: Event,
    listener: (payload: LiveBroadcasts[Event]) => void,
  ): () => void {
    this.socket.on<string>(event, listener);
    return () => void this.socket.off<string>(event, listener);
  }

  private turnedAway(fault: Fault): void {
    this.socket.disconnect();
    if (!final.has(fault.code)) return this.reconnectLater();
    this.close();
    this.listener.refused(fault);
  }

  private reconnectLater(): void {
    if (!this.wanted) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.socket.connect(), retryDelay(this.refusals++));
  }
}

function isWireFault(value: unknown): value is Pick<Fault, 'code' | 'message' | 'details'> {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** Whatever was thrown, as something with a code. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (isWireFault(error)) return new Fault(error.code, error.message, error.details);
  return new Fault('unavailable', error instanceof Error ? error.message : 'Unknown failure');
}
