import { Fault } from '@manyhalls/contracts';
import type { LiveSocket } from './live-socket';
import { acknowledgement, refuse } from './refuse';
import { TokenBucket } from './token-bucket';

/** A page that joins with many halls sends some dozens of requests at once, and then hardly any. */
const burst = 120;
const perSecond = 30;

/**
 * Lets only whole requests through to the gateways: a known verb, one object, and an acknowledgement. Nest would leave
 * the others without an answer. A message without an acknowledgement is dropped: nobody waits.
 */
export function guardPackets(socket: LiveSocket): void {
  const bucket = new TokenBucket(burst, perSecond, performance.now());
  socket.use((packet, next) => {
    const [verb, ...args]: unknown[] = packet;
    const acknowledge = acknowledgement(args);
    if (!acknowledge) return;
    if (!bucket.take(performance.now())) {
      refuse(acknowledge, new Fault('too-many-requests', 'too many requests, slow down'));
    } else if (!isAnswered(socket, verb)) {
      refuse(acknowledge, new Fault('bad-request', 'unknown verb'));
    } else if (args.length !== 2 || args[1] !== acknowledge || !isObject(args[0])) {
      refuse(acknowledge, new Fault('bad-request', 'a request is one object'));
    } else next();
  });
}

/** Gateways listen on every socket of theirs, so the socket itself knows which verbs have an answer. */
function isAnswered(socket: LiveSocket, verb: unknown): boolean {
  return (
    typeof verb === 'string' && verb.includes(':') && (socket as NodeJS.EventEmitter).listenerCount(verb) > 0
  );
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
