import { PeerConnection, RtcpReceivingSession, type Track } from 'node-datachannel';
import type {
  ConsumerParametersDto,
  DtlsParametersDto,
  RtpCapabilitiesDto,
  TransportParametersDto,
} from '@manyhalls/contracts';
import { dtlsParametersOf, offerOf } from './sdp';

/**
 * A real WebRTC receiver without a decoder: ICE, DTLS, SRTP and receiver reports, for a hundredth of a browser's
 * cost. It counts what arrives.
 */
export class Viewer {
  /** RTP bytes and packets so far, header included. */
  bytes = 0;
  packets = 0;
  /** Called with every packet of every track. */
  onPacket: ((packet: Buffer) => void) | undefined;

  private readonly connection = new PeerConnection('viewer', { iceServers: [], bindAddress: '127.0.0.1' });
  /** node-datachannel stops delivering to a track that was garbage-collected. */
  private readonly tracks: Track[] = [];

  /** What it can receive: what the audience watches, with the feedback every browser gives. */
  static readonly rtpCapabilities: RtpCapabilitiesDto = {
    codecs: [
      { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
      {
        kind: 'video',
        mimeType: 'video/VP8',
        preferredPayloadType: 101,
        clockRate: 90_000,
        rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
      },
    ],
    headerExtensions: [],
  };

  /**
   * Receives the consumers over the transport.
   * @param connect tells the transport's side who is coming.
   */
  async watch(
    transport: TransportParametersDto,
    consumers: readonly ConsumerParametersDto[],
    connect: (dtlsParameters: DtlsParametersDto) => Promise<unknown>,
  ): Promise<void> {
    const connected = new Promise<void>((resolve, reject) => {
      this.connection.onStateChange((state) => {
        if (state === 'connected') resolve();
        if (state === 'failed') reject(new Error('a viewer could not connect'));
      });
    });
    const answered = new Promise<string>((resolve) => this.connection.onLocalDescription(resolve));
    this.connection.onTrack((track) => {
      track.setMediaHandler(new RtcpReceivingSession());
      track.onMessage((packet) => this.count(packet));
      this.tracks.push(track);
    });
    this.connection.setRemoteDescription(offerOf(transport, consumers), 'offer');
    await connect(dtlsParametersOf(await answered));
    await connected;
  }

  close(): void {
    this.connection.close();
  }

  private count(packet: Buffer): void {
    this.packets += 1;
    this.bytes += packet.length;
    this.onPacket?.(packet);
  }
}
