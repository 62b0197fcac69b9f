import type { Ack } from './ack';

/** A request map: verb → what is sent and what comes back. */
export type RequestMap = Record<string, { request: unknown; reply: unknown }>;

/** The socket.io event map of a request map: one argument and an acknowledgement. */
export type SocketRequests<Map> = {
  [Verb in keyof Map]: Map[Verb] extends { request: infer Request; reply: infer Reply }
    ? (request: Request, ack: (answer: Ack<Reply>) => void) => void
    : never;
};

/** The socket.io event map of what is told: one argument, no acknowledgement. */
export type SocketBroadcasts<Map> = { [Event in keyof Map]: (payload: Map[Event]) => void };
