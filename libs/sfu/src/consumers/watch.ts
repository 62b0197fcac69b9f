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
  private constructor(
    readonly track: Track,
    readonly consumer: types.Consumer,
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
  ): Promise<Watch> {
    const copy = await track.in(place);
    const consumer = await copy.consume((producerId) =>
      transport.consume({ producerId, rtpCapabilities: toRtpCapabilities(rtpCapabilities), paused: true }),
    );
    return new Watch(track, consumer);
  }

  get parameters(): ConsumerParametersDto {
    const { id, producerId, kind, rtpParameters, producerPaused } = this.consumer;
    const { feedId, generation } = this.track;
    return { id, producerId, feedId, kind, generation, rtpParameters, producerPaused };
  }

  /** Asks for a layer of the picture, or none. On resuming, the worker itself asks the sender for a keyframe. */
  async tune(layer: PictureLayer): Promise<void> {
    const { consumer } = this;
    await byMediasoup(async () => {
      if (layer === 'off') return consumer.pause();
      const spatialLayer = consumer.kind === 'video' ? spatialLayerOf(consumer.rtpParameters, layer) : null;
      if (spatialLayer !== null) await consumer.setPreferredLayers({ spatialLayer });
      await consumer.resume();
    });
  }

  close(): void {
    this.consumer.close();
  }
}
