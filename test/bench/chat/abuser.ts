/** One person who floods the chat, in a process of their own: the flood must not hold up those who measure. */
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';
import { messageText } from './message';

interface Order {
  url: string;
  ticket: string;
  sessionId: string;
  perSecond: number;
}

const TICK_MS = 10;

/** Floods until it is stopped. */
export async function letFlood(order: Order, defer: Defer): Promise<{ stop(): Promise<{ sent: number }> }> {
  const running = Running.start({ file: __filename }, defer);
  let answer: unknown;
  running.child.on('message', (message) => (answer = message));
  running.child.send(order);
  await running.until(() => answer);
  return {
    stop: async () => {
      answer = undefined;
      running.child.send('stop');
      const told = await running.until(() => answer as { sent: number } | undefined);
      await running.stop();
      return told;
    },
  };
}

async function flood({ url, ticket, sessionId, perSecond }: Order): Promise<() => number> {
  const socket = io(url, { auth: { ticket }, transports: ['websocket'], forceNew: true });
  await socket.timeout(30_000).emitWithAck('session:join', { sessionId });
  let sent = 0;
  const timer = setInterval(() => {
    for (let message = 0; message < (perSecond * TICK_MS) / 1000; message += 1) {
      const text = messageText();
      const request = { channel: 'audience', clientMessageId: randomUUID(), text, language: 'en' };
      socket.emit('chat:send', request, () => {});
      sent += 1;
    }
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return sent;
  };
}

function beAbuser(): void {
  let stop = () => 0;
  // See the audience.
  process.channel?.ref();
  process.on('message', (message: Order | 'stop') => {
    if (message === 'stop') process.send?.({ sent: stop() });
    else
      void flood(message).then((stopFlood) => {
        stop = stopFlood;
        process.send?.('flooding');
      });
  });
}

if (process.argv[1] === __filename) beAbuser();
