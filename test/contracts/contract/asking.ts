import { nobody, refusal, type Stage } from './stage';

export function describeAsking(stage: Stage): void {
  describe('asking', () => {
    it('knows its nodes', () => {
      expect(stage.plane.nodes().map(({ nodeId }) => nodeId)).toEqual(['jinan', 'tokyo']);
    });

    it('refuses a node that is not there', async () => {
      await expect(stage.plane.request('osaka', 'node:load', {})).rejects.toEqual(
        refusal('media-unavailable'),
      );
    });

    it.each<[string, unknown]>([
      ['a field missing', { peerId: nobody, sessionId: nobody }],
      ['a field unknown', { peerId: nobody, sessionId: nobody, audience: true, admin: true }],
      ['a field wrong', { peerId: 'x', sessionId: nobody, audience: true }],
      ['no object', 'peer'],
    ])('refuses a request with %s', async (_, request) => {
      await expect(stage.jinan('peer:open', request as never)).rejects.toEqual(refusal('bad-request'));
    });

    it('refuses a verb that does not exist', async () => {
      await expect(stage.jinan('peer:promote' as never, {} as never)).rejects.toBeDefined();
    });

    it('counts what there is', async () => {
      const before = await stage.jinan('node:load', {});
      const track = await stage.publish('audio');
      const { peerId } = await stage.watch(track);
      const after = await stage.jinan('node:load', {});
      expect(after).toMatchObject({
        workers: 1,
        peers: before.peers + 2,
        producers: before.producers + 1,
        consumers: before.consumers + 1,
        draining: false,
      });
      const report = await stage.jinan('node:report', {});
      expect(report.peers).toContainEqual({ peerId, sessionId: track.sessionId, attached: true });
      expect(report.feeds).toContainEqual({
        feedId: track.feedId,
        kind: 'audio',
        sessionId: track.sessionId,
        generation: 1,
        peerId: track.request.peerId,
      });
    });
  });
}
