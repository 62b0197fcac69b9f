import { randomUUID } from 'node:crypto';
import { dtlsParameters } from '../media-parameters';
import { told } from '../told';
import { nobody, refusal, type Stage } from './stage';

export function describePeers(stage: Stage): void {
  describe('peers', () => {
    it('are opened once, and then returned', async () => {
      const { peerId, sessionId } = await stage.openPeer();
      const again = await stage.jinan('peer:open', { peerId, sessionId, audience: true });
      expect(again.rtpCapabilities.codecs.map(({ mimeType }) => mimeType)).toEqual(
        expect.arrayContaining(['audio/opus', 'video/VP8', 'video/H264']),
      );
      const { peers } = await stage.jinan('node:report', {});
      expect(peers.filter((peer) => peer.peerId === peerId)).toHaveLength(1);
    });

    it('are in one session', async () => {
      const { peerId } = await stage.openPeer();
      const elsewhere = { peerId, sessionId: randomUUID(), audience: true };
      await expect(stage.jinan('peer:open', elsewhere)).rejects.toEqual(refusal('conflict'));
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
      await expect(stage.jinan(verb, request as never)).rejects.toEqual(refusal('not-found'));
    });

    it('outlive their socket by the grace, and no longer', async () => {
      const { peerId } = await stage.openPeer();
      const lost = told(stage.plane, 'peers:lost', ({ peerIds }) => peerIds.includes(peerId));
      await stage.jinan('peer:detach', { peerId, graceMs: 1 });
      expect((await lost).payload).toEqual({ peerIds: [peerId], reason: 'grace-over' });
      await expect(stage.jinan('peer:attach', { peerId })).rejects.toEqual(refusal('not-found'));
    });

    it('stay when they are attached again in time', async () => {
      const { peerId, sessionId } = await stage.openPeer();
      await stage.jinan('peer:detach', { peerId, graceMs: 60_000 });
      const { peers } = await stage.jinan('node:report', {});
      expect(peers).toContainEqual({ peerId, sessionId, attached: false });
      await stage.jinan('peer:attach', { peerId });
      expect((await stage.jinan('node:report', {})).peers).toContainEqual({
        peerId,
        sessionId,
        attached: true,
      });
    });

    it('are closed, also when they are gone already', async () => {
      const { peerId } = await stage.openPeer();
      await stage.jinan('peer:close', { peerId });
      await stage.jinan('peer:close', { peerId });
      await expect(stage.jinan('peer:attach', { peerId })).rejects.toEqual(refusal('not-found'));
    });
  });

  describe('transports', () => {
    it('are opened, connected once, and can restart ICE', async () => {
      const { peerId } = await stage.openPeer();
      const opened = await stage.jinan('transport:open', { peerId, direction: 'receive' });
      expect(opened.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
      const transport = { peerId, transportId: opened.id };
      await stage.jinan('transport:connect', { ...transport, dtlsParameters });
      const again = stage.jinan('transport:connect', { ...transport, dtlsParameters });
      await expect(again).rejects.toEqual(refusal('conflict'));
      const ice = await stage.jinan('transport:restart-ice', transport);
      expect(ice.usernameFragment).not.toBe(opened.iceParameters.usernameFragment);
    });

    it.each<[string, object]>([
      ['no fingerprint', { fingerprints: [] }],
      ['a fingerprint that is none', { fingerprints: [{ algorithm: 'sha-256', value: 'AB' }] }],
      [
        'an algorithm of yesterday',
        { fingerprints: [{ ...dtlsParameters.fingerprints[0], algorithm: 'md5' }] },
      ],
      ['a role that is none', { ...dtlsParameters, role: 'both' }],
    ])('refuse DTLS parameters with %s, and can be connected after', async (_, wrong) => {
      const transport = await stage.openTransport((await stage.openPeer()).peerId, 'receive');
      const bad = { ...transport, dtlsParameters: wrong } as never;
      await expect(stage.jinan('transport:connect', bad)).rejects.toEqual(refusal('bad-request'));
      await stage.jinan('transport:connect', { ...transport, dtlsParameters });
    });

    it('replace the one of the same direction', async () => {
      const { peerId } = await stage.openPeer();
      const first = await stage.openTransport(peerId, 'receive');
      await stage.openTransport(peerId, 'receive');
      await expect(stage.jinan('transport:restart-ice', first)).rejects.toEqual(refusal('not-found'));
    });

    it('cannot be touched by another peer', async () => {
      const { transportId } = await stage.openTransport((await stage.openPeer()).peerId, 'receive');
      const { peerId } = await stage.openPeer();
      const theirs = stage.jinan('transport:connect', { peerId, transportId, dtlsParameters });
      await expect(theirs).rejects.toEqual(refusal('not-found'));
    });
  });
}
