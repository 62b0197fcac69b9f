import { randomUUID } from 'node:crypto';
import { rtpCapabilities } from '../media-parameters';
import { told } from '../told';
import { nobody, refusal, type Stage } from './stage';

export function describeLinks(stage: Stage): void {
  describe('links', () => {
    async function link(sessionId: string) {
      const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
      const toJinan = { sessionId, remoteNodeId: 'jinan' };
      const jinanEnd = await stage.jinan('link:open', toTokyo);
      const tokyoEnd = await stage.tokyo('link:open', toJinan);
      const connectJinan = { ...toTokyo, linkId: jinanEnd.linkId, remote: tokyoEnd };
      await stage.jinan('link:connect', connectJinan);
      await stage.tokyo('link:connect', { ...toJinan, linkId: tokyoEnd.linkId, remote: jinanEnd });
      return { toTokyo, toJinan, jinanEnd, tokyoEnd, connectJinan };
    }

    it('carry a track, and every step can be repeated', async () => {
      const { sessionId, feedId, kind } = await stage.publish('video', 3);
      const { toTokyo, toJinan, jinanEnd, connectJinan } = await link(sessionId);
      expect(await stage.jinan('link:open', toTokyo)).toEqual(jinanEnd);
      await stage.jinan('link:connect', connectJinan);

      const sent = await stage.jinan('link:send', { ...toTokyo, feedId, kind });
      expect(await stage.jinan('link:send', { ...toTokyo, feedId, kind })).toEqual(sent);
      expect(sent).toMatchObject({ feedId, kind, generation: 1, paused: false });
      await stage.tokyo('link:receive', { ...toJinan, track: sent });
      await stage.tokyo('link:receive', { ...toJinan, track: sent });
      expect(await stage.tokyo('node:load', {})).toMatchObject({ linkedTracks: 1, links: 1 });

      const peerId = randomUUID();
      await stage.tokyo('peer:open', { peerId, sessionId, audience: true });
      await stage.tokyo('transport:open', { peerId, direction: 'receive' });
      const request = { peerId, feedId, kind, generation: 1, standby: false, rtpCapabilities };
      expect((await stage.tokyo('track:consume', request)).generation).toBe(1);

      await stage.jinan('link:close', toTokyo);
      await stage.tokyo('link:close', toJinan);
      await expect(stage.tokyo('track:consume', request)).rejects.toEqual(refusal('not-found'));
    });

    it('end at the receiver what is no longer sent', async () => {
      const { sessionId, feedId, kind } = await stage.publish('audio');
      const { toTokyo, toJinan } = await link(sessionId);
      const peerId = randomUUID();
      await stage.tokyo('peer:open', { peerId, sessionId, audience: true });
      await stage.tokyo('transport:open', { peerId, direction: 'receive' });
      const track = await stage.jinan('link:send', { ...toTokyo, feedId, kind });
      await stage.tokyo('link:receive', { ...toJinan, track });
      const request = { peerId, feedId, kind, generation: 1, standby: false, rtpCapabilities };
      const { id } = await stage.tokyo('track:consume', request);
      const closed = told(stage.plane, 'consumer:closed', ({ consumerId }) => consumerId === id);
      await stage.jinan('link:stop-sending', { ...toTokyo, feedId, kind });
      expect((await closed).nodeId).toBe('tokyo');
    });

    it('say at the receiver what is sent there but was never asked for', async () => {
      const { sessionId, feedId, kind } = await stage.publish('audio');
      const { toTokyo } = await link(sessionId);
      const unwatched = told(stage.plane, 'track:unwatched', (track) => track.feedId === feedId);
      await stage.jinan('link:send', { ...toTokyo, feedId, kind });
      const payload = { sessionId, remoteNodeId: 'jinan', feedId, kind };
      expect(await unwatched).toEqual({ nodeId: 'tokyo', payload });
    });

    it('refuse an end that is another than the one meant', async () => {
      const { toTokyo, connectJinan, tokyoEnd } = await link(randomUUID());
      const otherOwn = stage.jinan('link:connect', { ...connectJinan, linkId: randomUUID() });
      await expect(otherOwn).rejects.toEqual(refusal('conflict'));
      const otherRemote = { ...connectJinan, remote: { ...tokyoEnd, linkId: randomUUID() } };
      await expect(stage.jinan('link:connect', otherRemote)).rejects.toEqual(refusal('conflict'));
      const fenced = { ...toTokyo, remoteLinkId: randomUUID() };
      await stage.jinan('link:close', fenced);
      await stage.jinan('link:connect', connectJinan);
    });

    it('refuse to lead to the node itself', async () => {
      const self = stage.jinan('link:open', { sessionId: randomUUID(), remoteNodeId: 'jinan' });
      await expect(self).rejects.toEqual(refusal('conflict'));
    });

    it.each<[string, object]>([
      ['SRTP parameters', { srtpParameters: { cryptoSuite: 'ROT_13', keyBase64: 'AAAA' } }],
      ['an SRTP key', { srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: 'AAAA' } }],
    ])('refuse wrong %s, and can be connected after', async (_, wrong) => {
      const sessionId = randomUUID();
      const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
      const { linkId } = await stage.jinan('link:open', toTokyo);
      const remote = await stage.tokyo('link:open', { sessionId, remoteNodeId: 'jinan' });
      const bad = stage.jinan('link:connect', { ...toTokyo, linkId, remote: { ...remote, ...wrong } });
      await expect(bad).rejects.toEqual(refusal('bad-media-parameters'));
      await stage.jinan('link:connect', { ...toTokyo, linkId, remote });
    });

    it('do not find what is not here', async () => {
      const { sessionId, feedId, kind } = await stage.publish('audio');
      const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
      const noLink = stage.jinan('link:send', { ...toTokyo, feedId, kind });
      await expect(noLink).rejects.toEqual(refusal('not-found'));
      await stage.jinan('link:open', toTokyo);
      const noTrack = stage.jinan('link:send', { ...toTokyo, feedId: nobody, kind });
      await expect(noTrack).rejects.toEqual(refusal('not-found'));
    });

    it('do not bring back what the node publishes itself', async () => {
      const { sessionId, feedId, kind } = await stage.publish('audio');
      const { toTokyo } = await link(sessionId);
      const sent = await stage.jinan('link:send', { ...toTokyo, feedId, kind });
      await expect(stage.jinan('link:receive', { ...toTokyo, track: sent })).rejects.toEqual(
        refusal('conflict'),
      );
    });
  });
}
