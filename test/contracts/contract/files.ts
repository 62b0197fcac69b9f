import { randomUUID } from 'node:crypto';
import { nobody, refusal, type Stage } from './stage';

export function describeFiles(stage: Stage): void {
  describe('files and playouts', () => {
    const file = { sha256: '0'.repeat(64), bytes: 1, path: '/nowhere' };

    it('refuse a file that cannot be had', async () => {
      await expect(stage.jinan('file:ensure', file)).rejects.toEqual(refusal('unavailable'));
      const feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
      const playout = stage.jinan('playout:start', {
        ...feed,
        file,
        smallFile: null,
        loop: true,
        positionSeconds: 0,
      });
      await expect(playout).rejects.toEqual(refusal('unavailable'));
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
