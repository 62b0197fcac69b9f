import { randomUUID } from 'node:crypto';
import { rtpParameters } from '../media-parameters';
import { told } from '../told';
import { nobody, refusal, type Stage } from './stage';

export function describePublishing(stage: Stage): void {
  describe('publishing', () => {
    it('gives the same producer to a request that is sent again', async () => {
      const { request, producerId } = await stage.publish('video');
      expect(await stage.jinan('track:produce', request)).toEqual({ producerId });
    });

    it('refuses an older generation, and the same one from elsewhere', async () => {
      const { request, sessionId } = await stage.publish('video');
      const older = stage.jinan('track:produce', { ...request, generation: 0 });
      await expect(older).rejects.toEqual(refusal('conflict'));
      const other = await stage.openTransport(
        (await stage.openPeer({ audience: false, sessionId })).peerId,
        'send',
      );
      const twin = { ...request, ...other, rtpParameters: rtpParameters('video') };
      await expect(stage.jinan('track:produce', twin)).rejects.toEqual(refusal('conflict'));
    });

    it('lets a newer generation take the place of the older', async () => {
      const track = await stage.publish('video');
      const { peerId, consumer } = await stage.watch(track);
      const closed = told(stage.plane, 'consumer:closed', ({ consumerId }) => consumerId === consumer.id);
      const newer = { ...track.request, generation: 2, rtpParameters: rtpParameters('video') };
      const { producerId } = await stage.jinan('track:produce', newer);
      expect(producerId).not.toBe(track.producerId);
      expect((await closed).payload).toEqual({ peerId, consumerId: consumer.id });
    });

    it.each<[string, object]>([
      ['no codec', { codecs: [] }],
      [
        'a codec the router lacks',
        { codecs: [{ mimeType: 'video/AV1', payloadType: 96, clockRate: 90_000 }] },
      ],
      ['no encoding', { encodings: [] }],
      ['two encodings of one SSRC', { encodings: [{ ssrc: 7 }, { ssrc: 7 }] }],
    ])('refuses RTP parameters with %s, and nothing else changes', async (_, wrong) => {
      const track = await stage.publish('video');
      const bad = { ...rtpParameters('video'), ...wrong };
      const request = stage.jinan('track:produce', { ...track.request, generation: 2, rtpParameters: bad });
      await expect(request).rejects.toEqual(refusal('bad-media-parameters'));
      expect((await stage.watch(track)).consumer.generation).toBe(1);
    });

    it('refuses the transport that receives', async () => {
      const { peerId } = await stage.openPeer({ audience: false });
      await stage.openTransport(peerId, 'send');
      const transport = await stage.openTransport(peerId, 'receive');
      const track = { feedId: randomUUID(), kind: 'audio' as const, generation: 1 };
      const request = { ...transport, ...track, rtpParameters: rtpParameters('audio') };
      await expect(stage.jinan('track:produce', request)).rejects.toEqual(refusal('conflict'));
    });

    it('pauses a track for whoever comes later, too', async () => {
      const { feedId, kind, sessionId } = await stage.publish('audio');
      await stage.jinan('track:pause', { feedId, kind, paused: true });
      expect((await stage.watch({ feedId, kind, sessionId })).consumer.producerPaused).toBe(true);
      const missing = stage.jinan('track:pause', { feedId: nobody, kind, paused: true });
      await expect(missing).rejects.toEqual(refusal('not-found'));
    });

    it('tells when a track is lost, and not when it was closed on purpose', async () => {
      const lost = await stage.publish('audio');
      const closed = await stage.publish('audio');
      const heard: string[] = [];
      const stop = stage.plane.listen({ 'track:lost': (_, { feedId }) => void heard.push(feedId) });
      await stage.jinan('track:close', { feedId: closed.feedId, kind: closed.kind });
      const next = told(stage.plane, 'track:lost', ({ feedId }) => feedId === lost.feedId);
      await stage.jinan('transport:open', { peerId: lost.request.peerId, direction: 'send' });
      await next;
      stop();
      expect(heard).toEqual([lost.feedId]);
    });
  });
}
