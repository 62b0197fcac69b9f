import { randomUUID } from 'node:crypto';
import type { ErrorCode, NodeReply, NodeRequest, NodeVerb, TrackKind } from '@manyhalls/contracts';
import type { MediaPlane } from '../../apps/event-server/src/media-plane/media-plane';
import { dtlsParameters, rtpCapabilities, rtpParameters } from './media-parameters';
import type { RunningPlane } from './planes';
import { told } from './told';

const nobody: string = randomUUID();

/** What every media plane must do, whatever carries its messages. */
export function describeMediaPlane(name: string, start: () => Promise<RunningPlane>): void {
  describe(name, () => {
    let running: RunningPlane;
    let plane: MediaPlane;

    beforeAll(async () => {
      running = await start();
      plane = running.plane;
    });
    afterAll(() => running?.stop());

    const jinan = <Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> =>
      plane.request('jinan', verb, request);
    const tokyo = <Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> =>
      plane.request('tokyo', verb, request);
    const refusal = (code: ErrorCode) => expect.objectContaining({ name: 'Fault', code });

    async function openPeer({ audience = true, sessionId = randomUUID() as string } = {}) {
      const peerId = randomUUID();
      await jinan('peer:open', { peerId, sessionId, audience });
      return { peerId, sessionId };
    }

    async function openTransport(peerId: string, direction: 'send' | 'receive') {
      const { id: transportId } = await jinan('transport:open', { peerId, direction });
      return { peerId, transportId };
    }

    /** A published track, in its first generation. */
    async function publish(kind: TrackKind, layers = 1) {
      const { peerId, sessionId } = await openPeer({ audience: false });
      const transport = await openTransport(peerId, 'send');
      const track = { feedId: randomUUID(), kind, generation: 1 };
      const request = { ...transport, ...track, rtpParameters: rtpParameters(kind, layers) };
      const { producerId } = await jinan('track:produce', request);
      return { ...track, sessionId, request, producerId };
    }

    async function watch(track: { sessionId: string; feedId: string; kind: TrackKind }, audience = true) {
      const { peerId } = await openPeer({ audience, sessionId: track.sessionId });
      await openTransport(peerId, 'receive');
      const { feedId, kind } = track;
      const request = { peerId, feedId, kind, generation: 1, rtpCapabilities };
      return { peerId, request, consumer: await jinan('track:consume', request) };
    }

    describe('asking', () => {
      it('knows its nodes', () => {
        expect(plane.nodes().map(({ nodeId }) => nodeId)).toEqual(['jinan', 'tokyo']);
      });

      it('refuses a node that is not there', async () => {
        await expect(plane.request('osaka', 'node:load', {})).rejects.toEqual(refusal('media-unavailable'));
      });

      it.each<[string, unknown]>([
        ['a field missing', { peerId: nobody, sessionId: nobody }],
        ['a field unknown', { peerId: nobody, sessionId: nobody, audience: true, admin: true }],
        ['a field wrong', { peerId: 'x', sessionId: nobody, audience: true }],
        ['no object', 'peer'],
      ])('refuses a request with %s', async (_, request) => {
        await expect(jinan('peer:open', request as never)).rejects.toEqual(refusal('bad-request'));
      });

      it('refuses a verb that does not exist', async () => {
        await expect(jinan('peer:promote' as never, {} as never)).rejects.toBeDefined();
      });

      it('counts what there is', async () => {
        const before = await jinan('node:load', {});
        const track = await publish('audio');
        const { peerId } = await watch(track);
        const after = await jinan('node:load', {});
        expect(after).toMatchObject({
          workers: 1,
          peers: before.peers + 2,
          producers: before.producers + 1,
          consumers: before.consumers + 1,
          draining: false,
        });
        const report = await jinan('node:report', {});
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

    describe('peers', () => {
      it('are opened once, and then returned', async () => {
        const { peerId, sessionId } = await openPeer();
        const again = await jinan('peer:open', { peerId, sessionId, audience: true });
        expect(again.rtpCapabilities.codecs.map(({ mimeType }) => mimeType)).toEqual(
          expect.arrayContaining(['audio/opus', 'video/VP8', 'video/H264']),
        );
        const { peers } = await jinan('node:report', {});
        expect(peers.filter((peer) => peer.peerId === peerId)).toHaveLength(1);
      });

      it('are in one session', async () => {
        const { peerId } = await openPeer();
        const elsewhere = { peerId, sessionId: randomUUID(), audience: true };
        await expect(jinan('peer:open', elsewhere)).rejects.toEqual(refusal('conflict'));
      });

      it.each([
        'peer:attach',
        'peer:detach',
        'transport:open',
        'transport:restart-ice',
        'consumer:tune',
      ] as const)('are not found by %s when they are not there', async (verb) => {
        const request = {
          'peer:attach': { peerId: nobody },
          'peer:detach': { peerId: nobody, graceMs: 0 },
          'transport:open': { peerId: nobody, direction: 'send' as const },
          'transport:restart-ice': { peerId: nobody, transportId: nobody },
          'consumer:tune': { peerId: nobody, consumerId: nobody, layer: 'off' as const },
        }[verb];
        await expect(jinan(verb, request as never)).rejects.toEqual(refusal('not-found'));
      });

      it('outlive their socket by the grace, and no longer', async () => {
        const { peerId } = await openPeer();
        const lost = told(plane, 'peers:lost', ({ peerIds }) => peerIds.includes(peerId));
        await jinan('peer:detach', { peerId, graceMs: 1 });
        expect((await lost).payload).toEqual({ peerIds: [peerId], reason: 'grace-over' });
        await expect(jinan('peer:attach', { peerId })).rejects.toEqual(refusal('not-found'));
      });

      it('stay when they are attached again in time', async () => {
        const { peerId, sessionId } = await openPeer();
        await jinan('peer:detach', { peerId, graceMs: 60_000 });
        const { peers } = await jinan('node:report', {});
        expect(peers).toContainEqual({ peerId, sessionId, attached: false });
        await jinan('peer:attach', { peerId });
        expect((await jinan('node:report', {})).peers).toContainEqual({ peerId, sessionId, attached: true });
      });

      it('are closed, also when they are gone already', async () => {
        const { peerId } = await openPeer();
        await jinan('peer:close', { peerId });
        await jinan('peer:close', { peerId });
        await expect(jinan('peer:attach', { peerId })).rejects.toEqual(refusal('not-found'));
      });
    });

    describe('transports', () => {
      it('are opened, connected once, and can restart ICE', async () => {
        const { peerId } = await openPeer();
        const opened = await jinan('transport:open', { peerId, direction: 'receive' });
        expect(opened.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
        const transport = { peerId, transportId: opened.id };
        await jinan('transport:connect', { ...transport, dtlsParameters });
        const again = jinan('transport:connect', { ...transport, dtlsParameters });
        await expect(again).rejects.toEqual(refusal('conflict'));
        const ice = await jinan('transport:restart-ice', transport);
        expect(ice.usernameFragment).not.toBe(opened.iceParameters.usernameFragment);
      });

      it('replace the one of the same direction', async () => {
        const { peerId } = await openPeer();
        const first = await openTransport(peerId, 'receive');
        await openTransport(peerId, 'receive');
        await expect(jinan('transport:restart-ice', first)).rejects.toEqual(refusal('not-found'));
      });

      it('cannot be touched by another peer', async () => {
        const { transportId } = await openTransport((await openPeer()).peerId, 'receive');
        const { peerId } = await openPeer();
        const theirs = jinan('transport:connect', { peerId, transportId, dtlsParameters });
        await expect(theirs).rejects.toEqual(refusal('not-found'));
      });
    });

    describe('publishing', () => {
      it('gives the same producer to a request that is sent again', async () => {
        const { request, producerId } = await publish('video');
        expect(await jinan('track:produce', request)).toEqual({ producerId });
      });

      it('refuses an older generation, and the same one from elsewhere', async () => {
        const { request, sessionId } = await publish('video');
        const older = jinan('track:produce', { ...request, generation: 0 });
        await expect(older).rejects.toEqual(refusal('conflict'));
        const other = await openTransport((await openPeer({ audience: false, sessionId })).peerId, 'send');
        const twin = { ...request, ...other, rtpParameters: rtpParameters('video') };
        await expect(jinan('track:produce', twin)).rejects.toEqual(refusal('conflict'));
      });

      it('lets a newer generation take the place of the older', async () => {
        const track = await publish('video');
        const { peerId, consumer } = await watch(track);
        const closed = told(plane, 'consumer:closed', ({ consumerId }) => consumerId === consumer.id);
        const newer = { ...track.request, generation: 2, rtpParameters: rtpParameters('video') };
        const { producerId } = await jinan('track:produce', newer);
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
        const track = await publish('video');
        const bad = { ...rtpParameters('video'), ...wrong };
        const request = jinan('track:produce', { ...track.request, generation: 2, rtpParameters: bad });
        await expect(request).rejects.toEqual(refusal('bad-media-parameters'));
        expect((await watch(track)).consumer.generation).toBe(1);
      });

      it('refuses the transport that receives', async () => {
        const { peerId } = await openPeer({ audience: false });
        await openTransport(peerId, 'send');
        const transport = await openTransport(peerId, 'receive');
        const track = { feedId: randomUUID(), kind: 'audio' as const, generation: 1 };
        const request = { ...transport, ...track, rtpParameters: rtpParameters('audio') };
        await expect(jinan('track:produce', request)).rejects.toEqual(refusal('conflict'));
      });

      it('pauses a track for whoever comes later, too', async () => {
        const { feedId, kind, sessionId } = await publish('audio');
        await jinan('track:pause', { feedId, kind, paused: true });
        expect((await watch({ feedId, kind, sessionId })).consumer.producerPaused).toBe(true);
        const missing = jinan('track:pause', { feedId: nobody, kind, paused: true });
        await expect(missing).rejects.toEqual(refusal('not-found'));
      });

      it('tells when a track is lost, and not when it was closed on purpose', async () => {
        const lost = await publish('audio');
        const closed = await publish('audio');
        const heard: string[] = [];
        const stop = plane.listen({ 'track:lost': (_, { feedId }) => void heard.push(feedId) });
        await jinan('track:close', { feedId: closed.feedId, kind: closed.kind });
        const next = told(plane, 'track:lost', ({ feedId }) => feedId === lost.feedId);
        await jinan('transport:open', { peerId: lost.request.peerId, direction: 'send' });
        await next;
        stop();
        expect(heard).toEqual([lost.feedId]);
      });
    });

    describe('consuming', () => {
      it('starts paused, is tuned and closed', async () => {
        const { peerId, consumer } = await watch(await publish('video', 3));
        const mine = { peerId, consumerId: consumer.id };
        expect(consumer).toMatchObject({ kind: 'video', generation: 1 });
        for (const layer of ['high', 'middle', 'low', 'off'] as const) {
          await jinan('consumer:tune', { ...mine, layer });
        }
        await jinan('consumer:close', mine);
        await expect(jinan('consumer:tune', { ...mine, layer: 'low' })).rejects.toEqual(refusal('not-found'));
      });

      it('gives the same consumer to a request that is sent again, also at the same time', async () => {
        const { request, consumer } = await watch(await publish('audio'));
        const more = await Promise.all([jinan('track:consume', request), jinan('track:consume', request)]);
        expect(more.map(({ id }) => id)).toEqual([consumer.id, consumer.id]);
      });

      it('does not find what is not here, or only in an older generation', async () => {
        const { request } = await watch(await publish('audio'));
        const missing = jinan('track:consume', { ...request, feedId: nobody });
        await expect(missing).rejects.toEqual(refusal('not-found'));
        const newer = jinan('track:consume', { ...request, generation: 2 });
        await expect(newer).rejects.toEqual(refusal('not-found'));
      });

      it('needs a transport that receives, and capabilities that fit', async () => {
        const { feedId, kind, sessionId } = await publish('video');
        const { peerId } = await openPeer({ sessionId });
        const request = { peerId, feedId, kind, generation: 1, rtpCapabilities };
        await expect(jinan('track:consume', request)).rejects.toEqual(refusal('conflict'));
        await openTransport(peerId, 'receive');
        const deaf = jinan('track:consume', { ...request, rtpCapabilities: { codecs: [] } });
        await expect(deaf).rejects.toEqual(refusal('bad-media-parameters'));
        expect((await jinan('track:consume', request)).kind).toBe('video');
      });

      it("refuses another session's track", async () => {
        const { feedId, kind } = await publish('audio');
        const { peerId } = await openPeer();
        await openTransport(peerId, 'receive');
        const request = { peerId, feedId, kind, generation: 1, rtpCapabilities };
        await expect(jinan('track:consume', request)).rejects.toEqual(refusal('conflict'));
      });

      it("cannot touch another peer's consumer", async () => {
        const track = await publish('audio');
        const theirs = (await watch(track)).consumer.id;
        const { peerId } = await watch(track);
        const request = { peerId, consumerId: theirs };
        await expect(jinan('consumer:close', request)).rejects.toEqual(refusal('not-found'));
        const tuned = jinan('consumer:tune', { ...request, layer: 'low' });
        await expect(tuned).rejects.toEqual(refusal('not-found'));
      });

      it('ends for the audience, not for the crew, when the feed is withdrawn', async () => {
        const track = await publish('audio');
        const attendee = await watch(track);
        const crew = await watch(track, false);
        const closed = told(plane, 'consumer:closed');
        await jinan('feed:withdraw', { feedId: track.feedId });
        expect((await closed).payload).toEqual({ peerId: attendee.peerId, consumerId: attendee.consumer.id });
        await jinan('consumer:tune', { peerId: crew.peerId, consumerId: crew.consumer.id, layer: 'high' });
      });
    });

    describe('links', () => {
      async function link(sessionId: string) {
        const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
        const toJinan = { sessionId, remoteNodeId: 'jinan' };
        const jinanEnd = await jinan('link:open', toTokyo);
        const tokyoEnd = await tokyo('link:open', toJinan);
        const connectJinan = { ...toTokyo, linkId: jinanEnd.linkId, remote: tokyoEnd };
        await jinan('link:connect', connectJinan);
        await tokyo('link:connect', { ...toJinan, linkId: tokyoEnd.linkId, remote: jinanEnd });
        return { toTokyo, toJinan, jinanEnd, tokyoEnd, connectJinan };
      }

      it('carry a track, and every step can be repeated', async () => {
        const { sessionId, feedId, kind } = await publish('video', 3);
        const { toTokyo, toJinan, jinanEnd, connectJinan } = await link(sessionId);
        expect(await jinan('link:open', toTokyo)).toEqual(jinanEnd);
        await jinan('link:connect', connectJinan);

        const sent = await jinan('link:send', { ...toTokyo, feedId, kind });
        expect(await jinan('link:send', { ...toTokyo, feedId, kind })).toEqual(sent);
        expect(sent).toMatchObject({ feedId, kind, generation: 1, paused: false });
        await tokyo('link:receive', { ...toJinan, track: sent });
        await tokyo('link:receive', { ...toJinan, track: sent });
        expect(await tokyo('node:load', {})).toMatchObject({ linkedTracks: 1, links: 1 });

        const peerId = randomUUID();
        await tokyo('peer:open', { peerId, sessionId, audience: true });
        await tokyo('transport:open', { peerId, direction: 'receive' });
        const request = { peerId, feedId, kind, generation: 1, rtpCapabilities };
        expect((await tokyo('track:consume', request)).generation).toBe(1);

        await jinan('link:close', toTokyo);
        await tokyo('link:close', toJinan);
        await expect(tokyo('track:consume', request)).rejects.toEqual(refusal('not-found'));
      });

      it('end at the receiver what is no longer sent', async () => {
        const { sessionId, feedId, kind } = await publish('audio');
        const { toTokyo, toJinan } = await link(sessionId);
        const peerId = randomUUID();
        await tokyo('peer:open', { peerId, sessionId, audience: true });
        await tokyo('transport:open', { peerId, direction: 'receive' });
        const track = await jinan('link:send', { ...toTokyo, feedId, kind });
        await tokyo('link:receive', { ...toJinan, track });
        const request = { peerId, feedId, kind, generation: 1, rtpCapabilities };
        const { id } = await tokyo('track:consume', request);
        const closed = told(plane, 'consumer:closed', ({ consumerId }) => consumerId === id);
        await jinan('link:stop-sending', { ...toTokyo, feedId, kind });
        expect((await closed).nodeId).toBe('tokyo');
      });

      it('refuse an end that is another than the one meant', async () => {
        const { toTokyo, connectJinan, tokyoEnd } = await link(randomUUID());
        const otherOwn = jinan('link:connect', { ...connectJinan, linkId: randomUUID() });
        await expect(otherOwn).rejects.toEqual(refusal('conflict'));
        const otherRemote = { ...connectJinan, remote: { ...tokyoEnd, linkId: randomUUID() } };
        await expect(jinan('link:connect', otherRemote)).rejects.toEqual(refusal('conflict'));
        const fenced = { ...toTokyo, remoteLinkId: randomUUID() };
        await jinan('link:close', fenced);
        await jinan('link:connect', connectJinan);
      });

      it('refuse to lead to the node itself', async () => {
        const self = jinan('link:open', { sessionId: randomUUID(), remoteNodeId: 'jinan' });
        await expect(self).rejects.toEqual(refusal('conflict'));
      });

      it.each<[string, object]>([
        ['SRTP parameters', { srtpParameters: { cryptoSuite: 'ROT_13', keyBase64: 'AAAA' } }],
        ['an SRTP key', { srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: 'AAAA' } }],
      ])('refuse wrong %s, and can be connected after', async (_, wrong) => {
        const sessionId = randomUUID();
        const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
        const { linkId } = await jinan('link:open', toTokyo);
        const remote = await tokyo('link:open', { sessionId, remoteNodeId: 'jinan' });
        const bad = jinan('link:connect', { ...toTokyo, linkId, remote: { ...remote, ...wrong } });
        await expect(bad).rejects.toEqual(refusal('bad-media-parameters'));
        await jinan('link:connect', { ...toTokyo, linkId, remote });
      });

      it('do not find what is not here', async () => {
        const { sessionId, feedId, kind } = await publish('audio');
        const toTokyo = { sessionId, remoteNodeId: 'tokyo' };
        const noLink = jinan('link:send', { ...toTokyo, feedId, kind });
        await expect(noLink).rejects.toEqual(refusal('not-found'));
        await jinan('link:open', toTokyo);
        const noTrack = jinan('link:send', { ...toTokyo, feedId: nobody, kind });
        await expect(noTrack).rejects.toEqual(refusal('not-found'));
      });

      it('do not bring back what the node publishes itself', async () => {
        const { sessionId, feedId, kind } = await publish('audio');
        const { toTokyo } = await link(sessionId);
        const sent = await jinan('link:send', { ...toTokyo, feedId, kind });
        await expect(jinan('link:receive', { ...toTokyo, track: sent })).rejects.toEqual(refusal('conflict'));
      });
    });

    describe('files and playouts', () => {
      const file = { sha256: '0'.repeat(64), bytes: 1, path: '/nowhere' };

      it('refuse a file that cannot be had', async () => {
        await expect(jinan('file:ensure', file)).rejects.toEqual(refusal('unavailable'));
        const feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
        const playout = jinan('playout:start', { ...feed, file, loop: true });
        await expect(playout).rejects.toEqual(refusal('unavailable'));
      });

      it('refuse a hash that is a path', async () => {
        const request = { ...file, sha256: '../../etc/passwd' };
        await expect(jinan('file:ensure', request)).rejects.toEqual(refusal('bad-request'));
      });

      it('stop what is not playing without a word', async () => {
        expect(await jinan('playout:stop', { feedId: nobody })).toEqual({});
      });
    });
  });
}
