import type { types } from 'mediasoup';
import type { ConsumerParametersDto, PictureLayer, RtpCapabilitiesDto } from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import type { PeerTransport } from '../peers/peer-transport';
import { toRtpCapabilities } from '../rtp';
import type { SessionRouter } from '../sessions/sessions';
import type { Track } from '../tracks/track';
import { spatialLayerOf } from './spatial-layer';

/** A track as one peer receives it. */
export class Watch {
  /** What the peer has asked for last; `null`: nothing yet. */
  private layer: PictureLayer | null = null;

  private constructor(
    readonly track: Track,
    readonly consumer: types.Consumer,
    /** Its feed is not on programme yet: nothing is sent, whatever is asked for. */
    private standby: boolean,
  ) {}

  /**
   * Starts paused, so that nothing is sent before the browser is ready for it.
   * @throws {Fault} `bad-media-parameters` when the peer cannot decode the track, `not-found` when it ended meanwhile.
   */
  static async start(
    track: Track,
    place: SessionRouter,
    { transport }: PeerTransport,
    rtpCapabilities: RtpCapabilitiesDto,
    standby: boolean,
  ): Promise<Watch> {
    const copy = await track.in(place);
    const consumer = await copy.consume((producerId) =>
      transport.consume({ producerId, rtpCapabilities: toRtpCapabilities(rtpCapabilities), paused: true }),
    );
    return new Watch(track, consumer, standby);
  }

  get parameters(): ConsumerParametersDto {
    const { id, producerId, rtpParameters, producerPaused } = this.consumer;
    const { feedId, kind, generation } = this.track;
    return { id, producerId, feedId, kind, generation, rtpParameters, producerPaused };
  }

  /** Asks for a layer of the picture, or none. On resuming, the worker itself asks the sender for a keyframe. */
  async tune(layer: PictureLayer): Promise<void> {
    this.layer = layer;
    if (!this.standby) await this.apply(layer);
  }

  /** The peer may have it now, as it has asked for it. */
  async admit(): Promise<void> {
    if (!this.standby) return;
    this.standby = false;
    if (this.layer !== null) await this.apply(this.layer);
  }

  /** The feed is on programme: sends it also to a peer that has only prepared for it, without waiting to be asked. */
  async show(): Promise<void> {
    const untold = this.layer === null;
    this.layer ??= 'high';
    if (this.standby) await this.admit();
    else if (untold) await this.apply(this.layer);
  }

  /**
   * Pauses it first: only then does the worker give its share of the bandwidth to what else the peer receives. After
   * closing alone, what has come on programme with too little left for it would wait up to a second.
   */
  close(): void {
    if (this.consumer.kind === 'video') this.consumer.pause().catch(() => undefined); // closed meanwhile
    this.consumer.close();
  }

  private async apply(layer: PictureLayer): Promise<void> {
    const { consumer } = this;
    await byMediasoup(async () => {
      if (layer === 'off') return consumer.pause();
      const spatialLayer = consumer.kind === 'video' ? spatialLayerOf(consumer.rtpParameters, layer) : null;
      // In one go: the worker takes them in this order.
      await Promise.all([
        spatialLayer !== null && consumer.setPreferredLayers({ spatialLayer }),
        consumer.resume(),
      ]);
    });
  }
}
