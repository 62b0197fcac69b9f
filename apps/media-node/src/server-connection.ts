import { io, type Socket } from 'socket.io-client';
import { nodesPath, type Ack, type NodeBroadcast } from '@manyhalls/contracts';
import type { AttachedPeers } from './attached-peers';

export interface NodeIdentity {
  nodeId: string;
  region?: string;
  secret: string;
}

/** Waits before dialling again, in milliseconds: first, and at most. */
const reconnection = { reconnectionDelay: 200, reconnectionDelayMax: 3000 };

/** The connection to one event-server. It is dialled for as long as the node runs. */
export class ServerConnection {
  private readonly socket: Socket;
  private redial: NodeJS.Timeout | undefined;
  private said = '';

  constructor(
    readonly server: string,
    identity: NodeIdentity,
    private readonly handle: (verb: string, request: unknown) => Promise<Ack<object>>,
    private readonly attached: AttachedPeers<ServerConnection>,
  ) {
    this.socket = io(`${server}/nodes`, {
      path: nodesPath,
      auth: { ...identity },
      transports: ['websocket'],
      ...reconnection,
    });
    this.socket.onAny((verb: string, request: unknown, ack: unknown) => {
      if (typeof ack === 'function') void this.answer(verb, request, (answer) => void ack(answer));
    });
    this.socket.on('connect', () => this.say('connected'));
    this.socket.on('connect_error', (error) => {
      this.say(`cannot connect: ${error.message}`);
      this.dialAgain();
    });
    this.socket.on('disconnect', (reason) => {
      this.say(`disconnected: ${reason}`);
      attached.serverGone(this);
      this.dialAgain();
    });
  }

  /** What is told while there is no connection is not kept: the report says it on reconnection. */
  tell(event: NodeBroadcast, payload: unknown): void {
    if (this.socket.connected) this.socket.emit(event, payload);
  }

  close(): void {
    clearTimeout(this.redial);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async answer(verb: string, request: unknown, ack: (answer: Ack<object>) => void): Promise<void> {
    if (this.attached.isStale(this, verb, request)) return ack({ ok: true, data: {} });
    const answer = await this.handle(verb, request);
    if (answer.ok) this.attached.note(this, verb, request);
    ack(answer);
  }

  /** Says the same only once, however often it is tried. */
  private say(words: string): void {
    if (words !== this.said) console.log(`${this.server}: ${words}`);
    this.said = words;
  }

  /** socket.io does not try again by itself where the server refused or ended the connection on purpose. */
  private dialAgain(): void {
    if (this.socket.active) return;
    this.redial = setTimeout(() => this.socket.connect(), reconnection.reconnectionDelayMax);
  }
}
