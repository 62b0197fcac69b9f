import { randomInt } from 'node:crypto';
import type { ConsumerParametersDto, OpenFeedDto, TrackKind } from '@manyhalls/contracts';
import { numberOf, opusPacket } from '../../bench/lib/rtc/opus-packet';
import { Publisher } from '../../bench/lib/rtc/publisher';
import { SyntheticFeed } from '../../bench/lib/rtc/synthetic-feed';
import { Viewer } from '../../bench/lib/rtc/viewer';
import { keep } from '../../cascade/lib/webrtc-ends';
import type { LiveClient } from '../../factories/live';
import type { LiveStage } from '../../factories/live-event';
import { mediaOf } from '../../factories/media';

const packetMs = 20;
const sampleMs = 500;

interface Published {
  feedId: string;
  kind: TrackKind;
  publisher: Publisher;
}

/** One track on air from Jinan. */
async function publish(stage: LiveStage, source: OpenFeedDto['source'], kind: TrackKind): Promise<Published> {
  const host = await stage.joined(stage.host(0));
  const publisher = keep(new Publisher(kind, randomInt(1, 2 ** 31)));
  const { id: feedId } = await host.ask('feed:open', { source, microphonePlace: 'in-the-room' });
  const transport = await host.ask('media:open-transport', { direction: 'send' });
  const transportId = transport.id;
  await publisher.publish(transport, (dtlsParameters) =>
    host.ask('media:connect-transport', { transportId, dtlsParameters }),
  );
  const { rtpParameters } = publisher;
  await host.ask('feed:publish-track', { feedId, kind, transportId, rtpParameters });
  await host.ask('feed:go-on-air', { feedId });
  return { feedId, kind, publisher };
}

/** What somebody receives of a hall. */
class Reception {
  /** The numbers of the packets of sound, in order of arrival. */
  readonly heard: number[] = [];
  readonly packets = { audio: 0, video: 0 };
  readonly viewer = keep(new Viewer());

  static async of(tracks: Published[], client: LiveClient, sessionId: string): Promise<Reception> {
    const reception = new Reception();
    const { receiveTransport } = mediaOf(await client.ask('session:join', { sessionId }));
    const watched = await client.ask('feed:watch', {
      tracks: tracks.map(({ feedId, kind }) => ({ feedId, kind })),
      rtpCapabilities: Viewer.rtpCapabilities,
    });
    const consumers = watched.map((track): ConsumerParametersDto => {
      if (!track.ok) throw new Error(track.error.message);
      return track.data;
    });
    const kinds = new Map(
      consumers.map(({ kind, rtpParameters }) => [rtpParameters.encodings?.[0]?.ssrc, kind]),
    );
    reception.viewer.onPacket = (packet) => reception.count(packet, kinds.get(packet.readUInt32BE(8)));
    await reception.viewer.watch(receiveTransport, consumers, (dtlsParameters) =>
      client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters }),
    );
    for (const { id } of consumers) await client.ask('feed:tune', { consumerId: id, layer: 'high' });
    return reception;
  }

  /** The numbers between the first and the last that did not arrive. */
  get missed(): number[] {
    const heard = new Set(this.heard);
    const first = Math.min(...heard);
    const all = Array.from({ length: Math.max(...heard) - first + 1 }, (_, index) => first + index);
    return all.filter((number) => !heard.has(number));
  }

  private count(packet: Buffer, kind: ConsumerParametersDto['kind'] | undefined): void {
    if (kind !== 'audio' && kind !== 'video') return;
    this.packets[kind]++;
    if (kind === 'audio') this.heard.push(numberOf(packet));
  }
}

/**
 * Sound and picture of Jinan's hall as they really flow: sent over WebRTC to Jinan's node, and received from Tokyo's by
 * the host there and by an attendee.
 */
export class MediaFlow {
  private readonly receptions: Reception[] = [];
  private readonly picture: SyntheticFeed;
  private readonly timer: NodeJS.Timeout;
  private number = 0;

  private constructor(sound: Publisher, picture: Publisher) {
    this.timer = setInterval(() => sound.send(opusPacket(sound.ssrc, this.number++)), packetMs);
    this.picture = new SyntheticFeed(picture, 300_000);
    this.picture.start();
  }

  static async start(stage: LiveStage): Promise<MediaFlow> {
    const sound = await publish(stage, 'camera', 'audio');
    const picture = await publish(stage, 'slides', 'video');
    const flow = new MediaFlow(sound.publisher, picture.publisher);
    for (const person of [stage.host(1), stage.attendee()])
      flow.receptions.push(await Reception.of([sound, picture], await person, stage.sessionId));
    await flow.grows();
    return flow;
  }

  /** Looks at what arrives, as long as `work` takes. @returns at which looks nothing new of some track had arrived */
  async during(work: () => Promise<void>): Promise<{ looks: number; gaps: string[] }> {
    const gaps: string[] = [];
    let looks = 0;
    let before = this.counts();
    const timer = setInterval(() => {
      const now = this.counts();
      looks++;
      now.forEach((count, track) => {
        if (count <= (before[track] ?? 0)) gaps.push(`look ${looks}, track ${track}`);
      });
      before = now;
    }, sampleMs);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
    return { looks, gaps };
  }

  /** Packets of sound that somebody did not receive. */
  get missed(): number[] {
    return this.receptions.flatMap(({ missed }) => missed);
  }

  stop(): void {
    clearInterval(this.timer);
    this.picture.stop();
  }

  private counts(): number[] {
    return this.receptions.flatMap(({ packets }) => [packets.audio, packets.video]);
  }

  /** Resolves when everybody receives everything. */
  private async grows(): Promise<void> {
    const before = this.counts();
    while (this.counts().some((count, track) => count <= (before[track] ?? 0)))
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
