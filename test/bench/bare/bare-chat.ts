/** Nothing but socket.io: whoever joins is in one room, and what somebody sends goes to the room. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';

export interface BareChat {
  url: string;
  pid: number;
  heldBytes(): Promise<number>;
}

export async function startBareChat(defer: Defer): Promise<BareChat> {
  const running = Running.start({ file: __filename }, defer);
  let url: string | undefined;
  running.child.once('message', (message) => ({ url } = message as { url: string }));
  return {
    url: await running.until(() => url),
    pid: running.pid,
    heldBytes: () => running.heldBytes(),
  };
}

function serve(): void {
  const http = createServer();
  // As the product has it: `apps/event-server/src/live/live-gateway.decorator.ts`.
  const server = new Server(http, { pingInterval: 6_000, pingTimeout: 6_000, serveClient: false });
  server.on('connection', (socket) => {
    socket.on('session:join', (_, acknowledge: (answer: object) => void) => {
      void socket.join('audience');
      acknowledge({ ok: true });
    });
    socket.on('chat:send', (changed: object, acknowledge: (answer: object) => void) => {
      server.to('audience').emit('chat:changed', changed);
      acknowledge({ ok: true });
    });
  });
  http.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  });
}

if (process.argv[1] === __filename) serve();
