import { createStore } from 'zustand/vanilla';
import type { JoinedDto, LiveBroadcasts, ShowStateDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { ClockWatch } from './clock-watch';
import { initialLiveState, newerShow, type Ending, type LiveState } from './live-state';
import { LiveSocket, toFault, type LiveReply, type LiveRequest, type LiveVerb } from './live-socket';
import type { PeerMemory } from './peer-memory';
import { retryDelay } from './retry';

export interface LiveSessionOptions {
  /** The live namespace: `/live` in the browser. */
  url: string;
  /** @param renew get a new one even if the present one looks fresh */
  getTicket: (renew?: boolean) => Promise<string>;
  memory: PeerMemory;
}

/** How often to look whether there is a fresh ticket, in milliseconds; one is exchanged 30 s before it ends. */
const ticketCheckMs = 10_000;

/** Whoever has something to do when the peer comes and goes: the media of the page. */
export interface PeerListener {
  joined(joined: JoinedDto): void;
  /** The peer is gone on purpose; a cut connection is not this. */
  left(): void;
}

const endings: Partial<Record<Fault['code'], Ending>> = {
  revoked: 'revoked',
  'not-signed-in': 'signed-out',
  forbidden: 'forbidden',
  'not-found': 'not-found',
};

/** This browser's part in one session at a time: joins, rejoins after a cut, and keeps the newest show state. */
export class LiveSession {
  readonly store = createStore<LiveState>(() => initialLiveState);
  private readonly socket: LiveSocket;
  private readonly memory: PeerMemory;
  private readonly getTicket: LiveSessionOptions['getTicket'];
  private readonly clock = new ClockWatch(
    () => this.socket.request('clock:read', {}),
    (clockOffsetMs) => this.store.setState({ clockOffsetMs }),
  );
  private stopClock = () => {};
  private ticketCheck: ReturnType<typeof setInterval> | undefined;
  /** The one the server knows. */
  private ticket = '';
  private readonly peerListeners = new Set<PeerListener>();
  private connected = false;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every attempt to join; the answer to an older attempt is of no interest. */
  private attempt = 0;

  constructor({ url, getTicket, memory }: LiveSessionOptions) {
    this.memory = memory;
    this.getTicket = getTicket;
    const present = async () => (this.ticket = await getTicket());
    this.socket = new LiveSocket(url, present, {
      connected: () => {
        this.connected = true;
        void this.enter();
      },
      disconnected: () => {
        this.connected = false;
        this.attempt++;
        const { connection, peerId } = this.store.getState();
        if (connection !== 'over')
          this.store.setState({ connection: peerId ? 'reconnecting' : 'connecting' });
      },
      refused: (fault) => this.end(endings[fault.code] ?? 'signed-out'),
    });
    this.socket.on('show:changed', (show) => this.learn(show));
    this.socket.on('presence:changed', (presence) => this.store.setState({ presence }));
    this.socket.on('sign-in:revoked', () => this.end('revoked'));
    this.socket.on('session:taken-over', () => this.end('taken-over'));
  }

  /** @returns what closes it again, see `close` */
  open(): () => void {
    this.ticketCheck = setInterval(() => void this.renewTicket(), ticketCheckMs);
    this.stopClock = this.clock.open();
    return () => this.close();
  }

  /** Joins a session, leaving the one joined before over the same connection. */
  join(sessionId: string): void {
    if (this.store.getState().sessionId === sessionId) return;
    this.leavePeer();
    this.store.setState({
      ...initialLiveState,
      sessionId,
      clockOffsetMs: this.store.getState().clockOffsetMs,
    });
    if (this.connected) void this.enter();
    else this.socket.open();
  }

  /** Leaves on purpose: the server forgets the peer at once instead of after its 30 s of grace. */
  close(): void {
    this.attempt++;
    clearTimeout(this.retry);
    clearInterval(this.ticketCheck);
    this.stopClock();
    if (this.store.getState().connection === 'joined')
      void this.ask('session:leave', {}).catch(() => undefined);
    this.leavePeer();
    this.memory.forget();
    this.socket.close();
    this.store.setState(initialLiveState);
  }

  /**
   * A file of the HTTP API that whoever is in the session may read.
   * @throws when it cannot be had
   */
  async file(path: string, signal: AbortSignal): Promise<Response> {
    const headers = { Authorization: `Bearer ${await this.getTicket()}` };
    const response = await fetch(path, { headers, signal });
    if (!response.ok) throw new Error(`${path}: HTTP status ${response.status}`);
    return response;
  }

  /** Takes the session back from another tab, or tries again after a refusal. */
  retake(): void {
    this.store.setState({ connection: 'connecting', ending: null });
    this.socket.open();
  }

  /**
   * Asks the server. A ticket that ended on the way (a sleeping laptop) is exchanged once.
   * @throws {Fault} see `LiveSocket.request`.
   */
  async ask<Verb extends LiveVerb>(verb: Verb, request: LiveRequest<Verb>): Promise<LiveReply<Verb>> {
    try {
      return await this.socket.request(verb, request);
    } catch (error) {
      if (toFault(error).code !== 'ticket-expired') throw error;
      await this.renewTicket(true);
      return this.socket.request(verb, request);
    }
  }

  on<Event extends keyof LiveBroadcasts>(
    event: Event,
    listener: (payload: LiveBroadcasts[Event]) => void,
  ): () => void {
    return this.socket.on(event, listener);
  }

  listen(listener: PeerListener): () => void {
    this.peerListeners.add(listener);
    return () => void this.peerListeners.delete(listener);
  }

  /** Keeps a show state that came with a reply, if it is newer than the known one. */
  learn(show: ShowStateDto): void {
    if (show.sessionId !== this.store.getState().sessionId) return;
    this.store.setState((state) => ({ show: newerShow(state.show, show) }));
  }

  /** Tells the server the fresh ticket, so that the connection outlives the one it was opened with. */
  private async renewTicket(renew = false): Promise<void> {
    if (!this.connected) return;
    const ticket = await this.getTicket(renew).catch(() => this.ticket);
    if (ticket === this.ticket) return;
    this.ticket = ticket;
    await this.socket.request('ticket:renew', { ticket }).catch(() => this.socket.reopen());
  }

  private async enter(): Promise<void> {
    const { sessionId } = this.store.getState();
    if (!sessionId) return;
    clearTimeout(this.retry);
    const attempt = ++this.attempt;
    const askedAt = performance.now();
    const resumePeerId = this.memory.read(sessionId);
    try {
      const joined = await this.ask('session:join', { sessionId, ...(resumePeerId && { resumePeerId }) });
      if (attempt === this.attempt) this.entered(joined, askedAt);
    } catch (error) {
      if (attempt === this.attempt) this.turnedAway(toFault(error));
    }
  }

  private entered(joined: JoinedDto, askedAt: number): void {
    this.failures = 0;
    this.memory.write(joined.show.sessionId, joined.peerId);
    this.store.setState(({ show }) => ({
      connection: 'joined',
      show: newerShow(show, joined.show),
      peerId: joined.peerId,
      presence: joined.presence,
    }));
    this.clock.heard(joined.serverTime, askedAt);
    void this.clock.read();
    for (const listener of this.peerListeners) listener.joined(joined);
  }

  private turnedAway(fault: Fault): void {
    const ending = endings[fault.code];
    if (ending) return this.end(ending);
    this.retry = setTimeout(() => void this.enter(), retryDelay(this.failures++));
  }

  private end(ending: Ending): void {
    this.attempt++;
    clearTimeout(this.retry);
    // The other tab is this peer now; were it remembered here, a reload would take it back.
    if (ending === 'taken-over') this.memory.forget();
    this.store.setState({ connection: 'over', ending });
    this.leavePeer();
    this.socket.close();
  }

  private leavePeer(): void {
    for (const listener of this.peerListeners) listener.left();
  }
}
