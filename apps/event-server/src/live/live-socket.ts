import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { LiveClientToServer, LiveServerToClient } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';

/** What a server remembers of a socket, and only for as long as that socket lives. */
export interface LiveSocketData {
  /** From the handshake, or the last renewal. */
  ticket: Ticket;
  /** The peer this socket speaks for, once it has joined a session. */
  peerId?: string;
  /** The session that peer is in. */
  sessionId?: string;
}

export type LiveSocket = Socket<LiveClientToServer, LiveServerToClient, DefaultEventsMap, LiveSocketData>;
export type LiveNamespace = Namespace<
  LiveClientToServer,
  LiveServerToClient,
  DefaultEventsMap,
  LiveSocketData
>;
