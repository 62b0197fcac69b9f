import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PictureLayer } from '@manyhalls/contracts';
import type { TrackLocation } from '../../apps/event-server/src/media-plane/links/links.service';
import { Publisher } from '../bench/lib/rtc/publisher';
import { Viewer } from '../bench/lib/rtc/viewer';
import { HallFeed } from './lib/hall-feed';
import { InProcessHalls } from './lib/halls';
import { layerOf, Simulcast } from './lib/simulcast';
import { endWebRtc, keep } from './lib/webrtc-ends';

jest.setTimeout(60_000);

describe('layers', () => {
  const sessionId = randomUUID();
  let halls: InProcessHalls;
  let picture: TrackLocation;
  let sound: HallFeed;
  let simulcast: Simulcast;

  beforeAll(async () => {
    halls = await InProcessHalls.start();
    sound = await HallFeed.onAir(halls, sessionId, 'jinan');
    ({ picture, simulcast } = await publishPicture());
    // Who comes first to a node is given the first layer that arrives there; the tests are about those who come later.
    for (const nodeId of ['jinan', 'tokyo']) {
      const first = await watch(picture, nodeId);
      await first.tune('low');
      await first.receives();
    }
  });
  afterAll(async () => {
    simulcast?.stop();
    await sound?.leave();
    await halls?.stop();
    endWebRtc();
  });

  /** A hall's camera in three sizes, as a browser sends it. */
  async function publishPicture() {
    const { plane } = halls;
    const peerId = randomUUID();
    const feedId = randomUUID();
    const publisher = keep(new Publisher('video', randomInt(1, 2 ** 30)));
    const sender = new Simulcast(publisher);
    await plane.request('jinan', 'peer:open', { peerId, sessionId, audience: false });
    const transport = await plane.request('jinan', 'transport:open', { peerId, direction: 'send' });
    const transportId = transport.id;
    const track = { feedId, kind: 'video' as const, generation: 1 };
    const { rtpParameters } = sender;
    await plane.request('jinan', 'track:produce', { peerId, transportId, ...track, rtpParameters });
    await publisher.publish(transport, (dtlsParameters) =>
      plane.request('jinan', 'transport:connect', { peerId, transportId, dtlsParameters }),
    );
    return { simulcast: sender, picture: { ...track, sessionId, originNodeId: 'jinan' } };
  }

  /** Somebody who watches a track and keeps what arrives. */
  async function watch(track: TrackLocation, nodeId: string) {
    const { plane, media } = halls;
    const peerId = randomUUID();
    const packets: Buffer[] = [];
    const viewer = keep(new Viewer());
    viewer.onPacket = (packet) => packets.push(Buffer.from(packet));
    await plane.request(nodeId, 'peer:open', { peerId, sessionId, audience: true });
    const transport = await plane.request(nodeId, 'transport:open', { peerId, direction: 'receive' });
    const transportId = transport.id;
    const { rtpCapabilities } = Viewer;
    const consumer = await media.consume({ peerId, nodeId, track, rtpCapabilities });
    await viewer.watch(transport, [consumer], (dtlsParameters) =>
      plane.request(nodeId, 'transport:connect', { peerId, transportId, dtlsParameters }),
    );
    const { id: consumerId } = consumer;
    return {
      packets,
      tune: (layer: PictureLayer) => plane.request(nodeId, 'consumer:tune', { peerId, consumerId, layer }),
      async receives(): Promise<void> {
        const enough = packets.length + 10;
        while (packets.length < enough) await wait(10);
      },
      async receivesNothing(): Promise<void> {
        for (let before = -1; before < packets.length; await wait(300)) before = packets.length;
      },
    };
  }

  it.each<[PictureLayer, number, string]>([
    ['high', 2, 'jinan'],
    ['middle', 1, 'jinan'],
    ['low', 0, 'jinan'],
    ['high', 2, 'tokyo'],
    ['low', 0, 'tokyo'],
  ])('gives who asks for %s layer %i, on %s', async (asked, layer, nodeId) => {
    const viewer = await watch(picture, nodeId);
    await viewer.tune(asked);
    await viewer.receives();
    expect([...new Set(viewer.packets.map(layerOf))]).toEqual([layer]);
  });

  it('sends nothing before the first tune, and nothing of a hidden picture', async () => {
    const viewer = await watch(picture, 'tokyo');
    await viewer.receivesNothing();
    expect(viewer.packets).toEqual([]);
    await viewer.tune('low');
    await viewer.receives();
    await viewer.tune('off');
    await viewer.receivesNothing();
    await viewer.tune('low');
    await viewer.receives();
  });

  it('has no layers of sound, only on and off', async () => {
    const listener = await watch(sound.track, 'tokyo');
    for (const layer of ['low', 'high', 'middle'] as const) {
      await listener.tune(layer);
      await listener.receives();
    }
    await listener.tune('off');
    await listener.receivesNothing();
  });
});
