import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFileDto } from '@manyhalls/contracts';
import { filesFolder } from '../planes';
import { told } from '../told';
import { nobody, refusal, type Stage } from './stage';

export function describeFiles(stage: Stage): void {
  describe('files and playouts', () => {
    const file = { sha256: '0'.repeat(64), bytes: 1, path: '/nowhere' };
    const fromStart = { loop: false, positionSeconds: 0 };

    it('refuse a file that cannot be had', async () => {
      await expect(stage.jinan('file:ensure', file)).rejects.toEqual(refusal('unavailable'));
      const feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
      const playout = stage.jinan('playout:start', { ...feed, ...fromStart, file, smallFile: null });
      await expect(playout).rejects.toEqual(refusal('unavailable'));
    });

    it('open every track before anything is played, and say what cannot be played', async () => {
      const present = await offer('no film');
      const feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
      const prepared = { ...feed, ...fromStart, file: present, smallFile: await offer('no smaller film') };
      await stage.jinan('playout:prepare', prepared);
      await stage.jinan('playout:prepare', prepared);
      const ofFeed = async () =>
        (await stage.jinan('node:report', {})).feeds.filter(({ feedId }) => feedId === feed.feedId);
      expect((await ofFeed()).map(({ kind, peerId }) => [kind, peerId])).toEqual([
        ['audio', null],
        ['video', null],
        ['small-video', null],
      ]);
      const end = told(stage.plane, 'playout:ended', ({ feedId }) => feedId === feed.feedId);
      const start = stage.jinan('playout:start', { ...prepared, positionSeconds: 2 });
      await expect(start).rejects.toEqual(refusal('unavailable'));
      const fault = expect.any(String) as string;
      expect((await end).payload).toEqual({ ...feed, fault, positionSeconds: 2 });
      expect(await ofFeed()).toEqual([]);
    });

    it('refuse to prepare an older generation', async () => {
      const feed = { sessionId: randomUUID(), feedId: randomUUID() };
      const prepared = { ...feed, ...fromStart, file: await offer('no film'), smallFile: null };
      await stage.jinan('playout:prepare', { ...prepared, generation: 2 });
      const older = stage.jinan('playout:prepare', { ...prepared, generation: 1 });
      await expect(older).rejects.toEqual(refusal('conflict'));
      await stage.jinan('playout:stop', { feedId: feed.feedId });
    });

    it('refuse a hash that is a path', async () => {
      const request = { ...file, sha256: '../../etc/passwd' };
      await expect(stage.jinan('file:ensure', request)).rejects.toEqual(refusal('bad-request'));
    });

    it('stop what is not playing without a word', async () => {
      expect(await stage.jinan('playout:stop', { feedId: nobody })).toEqual({});
    });
  });
}

/** Has the nodes have a file. */
async function offer(content: string): Promise<MediaFileDto> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await mkdir(filesFolder, { recursive: true });
  await writeFile(join(filesFolder, sha256), content);
  return { sha256, bytes: content.length, path: '/nowhere' };
}
