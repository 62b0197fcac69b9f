import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveEventDto } from '@manyhalls/contracts';
import { makeEvent } from '../../factories/event';
import { hostileFiles, pointingElsewhere, type Bait } from '../../factories/hostile-videos';
import { processesWith } from '../../factories/processes';
import { processed, sendGreeting } from '../../factories/sent-greeting';
import { startServer, type TestServer } from '../../factories/server';
import { askFfmpeg, makeVideo } from '../../factories/videos';

let folder: string;
let server: TestServer;
let event: LiveEventDto;
let listener: Server;
let bait: Bait;
/** How often somebody came to the bait's address. */
let visits = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greetings-'));
  server = await startServer({ DATA_DIR: join(folder, 'data'), FFMPEG_BIN: process.env.FFMPEG_BIN ?? '' });
  ({ event } = await makeEvent(server));
  listener = createServer((socket) => {
    visits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  bait = { url: `http://127.0.0.1:${port}`, file: await makeVideo(folder, { name: 'secret.mov' }) };
});
afterAll(async () => {
  await server?.stop();
  listener?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What stands in the data folder besides what was sent in. */
async function leftBehind(): Promise<string[]> {
  const there = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true });
  return there
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('greetings/originals'))
    .map(({ name }) => name);
}

it.each(hostileFiles)(
  '$what is refused as $refusal; nothing is read by it or left of it',
  async (hostile) => {
    const id = await sendGreeting(server, event.id, await hostile.make(folder, bait));
    const { state, refusal, files } = await processed(server, id);
    expect({ state, refusal, files }).toEqual({ state: 'refused', refusal: hostile.refusal, files: null });
    expect(visits).toBe(0);
    expect(await leftBehind()).toEqual([]);
    expect(processesWith(folder)).toEqual([]);
  },
);

it('the baits are real: one who trusts these files takes them', async () => {
  const playlist = hostileFiles.find(({ what }) => what === 'a playlist of HLS');
  const trusting = ['-protocol_whitelist', 'file,http,tcp', '-allowed_extensions', 'ALL'];
  await askFfmpeg([...trusting, '-f', 'hls', '-i', (await playlist?.make(folder, bait)) ?? '']).catch(
    () => null,
  );
  expect(visits).toBeGreaterThan(0);
  visits = 0;
  const open = ['-enable_drefs', '1', '-use_absolute_path', '1'];
  const elsewhere = await pointingElsewhere(folder, bait);
  const { stdout } = await askFfmpeg([
    ...open,
    '-i',
    elsewhere,
    '-map',
    '0:v',
    '-c',
    'copy',
    '-f',
    'framecrc',
    '-',
  ]);
  expect(stdout.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(50);
});

it('a name is only ever shown', async () => {
  const name = '-i ../../%2f..%2fetc\\passwd|`touch x`.mp4';
  const file = await makeVideo(folder, { name: 'named.mp4' });
  const before = await readdir(folder);
  const greeting = await processed(server, await sendGreeting(server, event.id, file, name));
  expect(greeting).toMatchObject({ state: 'ready', original: { name } });
  expect(await readdir(folder)).toEqual(before);
  for (const made of await leftBehind()) expect(made).toMatch(/^[0-9a-f]{64}$/);
});

it('words, places and names that a video carries are not handed on', async () => {
  const carried = ['-metadata', 'title=Secret-Title', '-metadata', 'location=+35.6-Secret+139.7/'];
  const file = await makeVideo(folder, { name: 'carrying.mov', options: carried });
  expect(await readFile(file, 'latin1')).toContain('Secret-Title');
  const { files } = await processed(server, await sendGreeting(server, event.id, file));
  for (const made of [files?.large, files?.small, files?.poster]) {
    const content = await readFile(join(folder, 'data/files', made?.sha256 ?? ''), 'latin1');
    expect(content).not.toContain('Secret');
  }
});
