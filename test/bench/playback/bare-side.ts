import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../lib/report';
import { PLAY_MS, watcher, type ProductSide } from './product-side';
import { seenBy, type Seen } from './seen';
import { subtitles } from './subtitles';

/** Plays the file with the browser's own player and subtitles, and shows the "slate" as soon as it is told. */
const page = `<!doctype html><title>Bare</title><video muted src="/film"></video><p></p><script>
const video = document.querySelector('video');
const words = document.querySelector('p');
const element = document.createElement('track');
Object.assign(element, { kind: 'subtitles', src: '/subtitles', srclang: 'en', default: true });
element.addEventListener('cuechange', () => {
  const [cue] = element.track.activeCues;
  words.toggleAttribute('data-subtitles', Boolean(cue));
  words.textContent = cue ? cue.text : '';
});
video.append(element);
new EventSource('/told').onmessage = ({ data }) => {
  if (data === 'play') void video.play();
  else words.toggleAttribute('data-greeting-slate', true), (words.textContent = 'slate');
};
</script>`;

/** The least there can be: a player whose end is told to two pages, which need no server for anything else. */
export async function bareSide(
  { defer }: Bench,
  { browser, greetingFile }: ProductSide,
): Promise<() => Promise<Seen>> {
  const listeners = new Set<ServerResponse>();
  const tell = (words: string) => listeners.forEach((listener) => listener.write(`data: ${words}\n\n`));
  const server = createServer(({ url }, response) => {
    const send = (type: string) => response.setHeader('content-type', type);
    if (url === '/film') {
      send('video/webm');
      createReadStream(greetingFile).pipe(response);
    } else if (url === '/subtitles') {
      send('text/vtt');
      response.end(subtitles);
    } else if (url === '/told') {
      send('text/event-stream');
      response.flushHeaders();
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    } else {
      send('text/html');
      response.end(page);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  defer(() => (server.closeAllConnections(), server.close()));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const contexts = [await watcher(browser), await watcher(browser)];
  const viewers = await Promise.all(contexts.map((context) => context.newPage()));

  return async () => {
    for (const viewer of viewers) await viewer.goto(address);
    while (listeners.size < viewers.length) await wait(20);
    const player = spawn(
      process.env.FFMPEG_BIN ?? 'ffmpeg',
      ['-loglevel', 'error', '-nostdin', '-re', '-i', greetingFile, '-c', 'copy', '-f', 'null', '-'],
      { stdio: 'ignore' },
    );
    defer(() => player.kill('SIGKILL'));
    player.once('exit', () => tell('slate'));
    tell('play');
    await wait(PLAY_MS);
    const killedAt = Date.now();
    player.kill('SIGKILL');
    const seen = await seenBy(viewers, killedAt);
    for (const viewer of viewers) await viewer.goto('about:blank');
    return seen;
  };
}
