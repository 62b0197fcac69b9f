/// <reference lib="dom" />

declare global {
  interface Window {
    /** The page's own sockets. */
    sockets: WebSocket[];
  }
}

/** Runs in a page before its own scripts: keeps its sockets, so that a test can misuse them as a hostile page would. */
export function installSocketWatch(): void {
  window.sockets = [];
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      window.sockets.push(this);
    }
  };
}

/**
 * Sends a request over the page's own live socket, past the page's own code, and gives the acknowledgement. The packets
 * are socket.io's: https://socket.io/docs/v4/socket-io-protocol/#packet-encoding
 */
export function askAsHostilePage([verb, request]: [string, object]): Promise<unknown> {
  const socket = window.sockets.find(({ readyState }) => readyState === WebSocket.OPEN);
  if (!socket) throw new Error('the page has no open socket');
  // Larger than any number the page itself has come to.
  const id = 900_000 + Math.floor(Math.random() * 90_000);
  return new Promise((resolve) => {
    const answer = `43/live,${id}`;
    socket.addEventListener('message', function hear({ data }) {
      if (typeof data !== 'string' || !data.startsWith(answer)) return;
      socket.removeEventListener('message', hear);
      const [acknowledgement]: unknown[] = JSON.parse(data.slice(answer.length));
      resolve(acknowledgement);
    });
    socket.send(`42/live,${id}${JSON.stringify([verb, request])}`);
  });
}
