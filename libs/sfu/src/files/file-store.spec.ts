import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from './file-store';

const content = Buffer.from('a greeting from the Office of the Governor');
const sha256 = createHash('sha256').update(content).digest('hex');
const file = { sha256, bytes: content.length, path: '/media-files/greeting' };

describe('the file store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manyhalls-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const serving = (...chunks: Buffer[]) => jest.fn((_path: string) => Promise.resolve(Readable.from(chunks)));

  it('fetches a file once, however many ask for it', async () => {
    const open = serving(content.subarray(0, 10), content.subarray(10));
    const store = new FileStore(join(folder, 'made'), open);
    const [place] = await Promise.all([store.ensure(file), store.ensure(file)]);
    await store.ensure(file);
    expect(open.mock.calls).toEqual([['/media-files/greeting']]);
    expect(await readFile(place)).toEqual(content);
  });

  it.each<[string, Buffer]>([
    ['another content', Buffer.from('A greeting from the Office of the Governor')],
    ['too much', Buffer.concat([content, content])],
    ['too little', content.subarray(1)],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s, and keeps nothing of it', async (_, wrong) => {
    const store = new FileStore(folder, serving(wrong));
    await expect(store.ensure(file)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('fetches anew what could not be fetched', async () => {
    const open = serving(content).mockRejectedValueOnce(new Error('the server answered 503'));
    const store = new FileStore(folder, open);
    await expect(store.ensure(file)).rejects.toThrow('the server answered 503');
    await store.ensure(file);
    expect(await readdir(folder)).toEqual([sha256]);
  });

  it('fetches anew a file that was cut short on disk', async () => {
    await writeFile(join(folder, sha256), content.subarray(0, 5));
    const place = await new FileStore(folder, serving(content)).ensure(file);
    expect(await readFile(place)).toEqual(content);
  });

  it('gives what is in the folder without asking anybody, and nothing else when there is nobody to ask', async () => {
    const store = new FileStore(folder);
    await expect(store.ensure(file)).rejects.toMatchObject({ code: 'unavailable' });
    await writeFile(join(folder, sha256), content);
    expect(await store.ensure(file)).toBe(join(folder, sha256));
  });
});
