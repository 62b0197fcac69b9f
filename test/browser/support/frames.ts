import type { Page } from 'playwright-core';

/** Everything that a page's sockets receive from now on, as it came over the wire. Begin before the page is opened. */
export function framesReceived(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload))),
  );
  return frames;
}
