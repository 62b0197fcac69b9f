import { rtpCapabilities } from '../media-parameters';
import { told } from '../told';
import { nobody, refusal, type Stage } from './stage';

export function describeConsuming(stage: Stage): void {
  describe('consuming', () => {
    it('starts paused, is tuned and closed', async () => {
      const { peerId, consumer } = await stage.watch(await stage.publish('video', 3));
      const mine = { peerId, consumerId: consumer.id };
      expect(consumer).toMatchObject({ kind: 'video', generation: 1 });
      for (const layer of ['high', 'middle', 'low', 'off'] as const) {
        await stage.jinan('consumer:tune', { ...mine, layer });
      }
      await stage.jinan('consumer:close', mine);
      await expect(stage.jinan('consumer:tune', { ...mine, layer: 'low' })).rejects.toEqual(
        refusal('not-found'),
      );
    });

    it('gives the same consumer to a request that is sent again, also at the same time', async () => {
      const { request, consumer } = await stage.watch(await stage.publish('audio'));
      const more = await Promise.all([
        stage.jinan('track:consume', request),
        stage.jinan('track:consume', request),
      ]);
      expect(more.map(({ id }) => id)).toEqual([consumer.id, consumer.id]);
    });

    it('does not find what is not here, or only in an older generation', async () => {
      const { request } = await stage.watch(await stage.publish('audio'));
      const missing = stage.jinan('track:consume', { ...request, feedId: nobody });
      await expect(missing).rejects.toEqual(refusal('not-found'));
      const newer = stage.jinan('track:consume', { ...request, generation: 2 });
      await expect(newer).rejects.toEqual(refusal('not-found'));
    });

    it('needs a transport that receives, and capabilities that fit', async () => {
      const { feedId, kind, sessionId } = await stage.publish('video');
      const { peerId } = await stage.openPeer({ sessionId });
      const request = { peerId, feedId, kind, generation: 1, standby: false, rtpCapabilities };
      await expect(stage.jinan('track:consume', request)).rejects.toEqual(refusal('conflict'));
      await stage.openTransport(peerId, 'receive');
      const deaf = stage.jinan('track:consume', { ...request, rtpCapabilities: { codecs: [] } });
      await expect(deaf).rejects.toEqual(refusal('bad-media-parameters'));
      expect((await stage.jinan('track:consume', request)).kind).toBe('video');
    });

    it("refuses another session's track", async () => {
      const { feedId, kind } = await stage.publish('audio');
      const { peerId } = await stage.openPeer();
      await stage.openTransport(peerId, 'receive');
      const request = { peerId, feedId, kind, generation: 1, standby: false, rtpCapabilities };
      await expect(stage.jinan('track:consume', request)).rejects.toEqual(refusal('conflict'));
    });

    it("cannot touch another peer's consumer", async () => {
      const track = await stage.publish('audio');
      const theirs = (await stage.watch(track)).consumer.id;
      const { peerId } = await stage.watch(track);
      const request = { peerId, consumerId: theirs };
      await expect(stage.jinan('consumer:close', request)).rejects.toEqual(refusal('not-found'));
      const tuned = stage.jinan('consumer:tune', { ...request, layer: 'low' });
      await expect(tuned).rejects.toEqual(refusal('not-found'));
    });

    it('is not begun before it is shown when it is on standby, whatever is asked for', async () => {
      const track = await stage.publish('video', 3);
      const { peerId } = await stage.openPeer({ sessionId: track.sessionId });
      await stage.openTransport(peerId, 'receive');
      const { feedId, kind } = track;
      const request = { peerId, feedId, kind, generation: 1, standby: true, rtpCapabilities };
      const { id: consumerId } = await stage.jinan('track:consume', request);
      await stage.jinan('consumer:tune', { peerId, consumerId, layer: 'low' });
      await stage.jinan('feed:show', { feedId });
      expect((await stage.jinan('track:consume', { ...request, standby: false })).id).toBe(consumerId);
    });

    it('shows what nobody here has without a word', async () => {
      expect(await stage.jinan('feed:show', { feedId: nobody })).toEqual({});
    });

    it('ends for the audience, not for the crew, when the feed is withdrawn', async () => {
      const track = await stage.publish('audio');
      const attendee = await stage.watch(track);
      const crew = await stage.watch(track, false);
      const closed = told(stage.plane, 'consumer:closed');
      await stage.jinan('feed:withdraw', { feedId: track.feedId });
      expect((await closed).payload).toEqual({ peerId: attendee.peerId, consumerId: attendee.consumer.id });
      await stage.jinan('consumer:tune', {
        peerId: crew.peerId,
        consumerId: crew.consumer.id,
        layer: 'high',
      });
    });
  });
}
