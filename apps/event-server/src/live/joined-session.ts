import { Fault } from '@manyhalls/contracts';
import type { LiveSocket } from './live-socket';

/**
 * The session that a socket has joined, without asking the database: enough for whatever needs no media.
 * @throws {Fault} `not-joined`
 */
export function joinedSession(socket: LiveSocket): string {
  const { sessionId } = socket.data;
  if (!sessionId) throw new Fault('not-joined', 'join a session first');
  return sessionId;
}
