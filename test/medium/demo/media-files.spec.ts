import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaFiles } from '../../../apps/event-server/src/media-files/media-files.service';
import { openMediaFile } from '../../../apps/media-node/src/media-files';
import { startServer, type TestServer } from '../../factories/server';

const secret = 'the secret of this test';
let folder: string;
let server: TestServer;
let sha256: string;
const content = Buffer.from(randomUUID().repeat(5000));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhalls-files-'));
  server = await startServer({ NODE_SECRET: secret, DATA_DIR: folder });
  const file = join(folder, 'part');
  await writeFile(file, content);
  ({ sha256 } = await server.get(MediaFiles).take(file));
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const fetchFile = (name: string, authorization?: string) =>
  fetch(`${server.url}/api/media-files/${name}`, { headers: authorization ? { authorization } : {} });

describe('media files', () => {
  it.each([undefined, 'Bearer', 'Bearer ', 'Bearer wrong', `Basic ${secret}`, secret])(
    'are given to nobody who shows %j',
    async (authorization) => {
      const response = await fetchFile(sha256, authorization);
      expect(response.status).toBe(403);
      await expect(response.json()).resolves.toMatchObject({ error: { code: 'forbidden' } });
    },
  );

  it.each(['0'.repeat(64), 'x', '..%2f..%2fpackage.json', `${'a'.repeat(64)}%00`])(
    'that are not there are not found: %s',
    async (name) => {
      expect((await fetchFile(name, `Bearer ${secret}`)).status).toBe(404);
    },
  );

  it('are named by their content, and fetched by media nodes', async () => {
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    const chunks: Buffer[] = [];
    for await (const chunk of await openMediaFile(`/api/media-files/${sha256}`, [server.url], secret))
      chunks.push(Buffer.from(chunk as Uint8Array));
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    expect(await readFile(join(folder, 'files', sha256))).toHaveLength(content.length);
  });
});
