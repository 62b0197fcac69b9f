import { Audio, PeerConnection, Video, type Track } from 'node-datachannel';
import type {
  DtlsParametersDto,
  RtpParametersDto,
  TrackKind,
  TransportParametersDto,
} from '@manyhalls/contracts';
import { answerTo, dtlsParametersOf } from './sdp';

export const PAYLOAD_TYPE = 96;

const codecs = {
  audio: { mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 },
  video: {
    mimeType: 'video/VP8',
    payloadType: PAYLOAD_TYPE,
    clockRate: 90_000,
    rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
  },
} satisfies Record<TrackKind, RtpParametersDto['codecs'][number]>;

/** A real WebRTC sender of one track whose RTP packets the bench makes itself. */
export class Publisher {
  readonly rtpParameters: RtpParametersDto;
  private readonly connection = new PeerConnection('publisher', { iceServers: [], bindAddress: '127.0.0.1' });
  private track: Track | undefined;

  constructor(
    readonly kind: TrackKind,
    readonly ssrc: number,
  ) {
    this.rtpParameters = {
      mid: '0',
      codecs: [codecs[kind]],
      headerExtensions: [],
      encodings: [{ ssrc }],
      rtcp: { cname: 'bench', reducedSize: true },
    };
  }

  /** @param connect tells the transport's side who is coming. */
  async publish(
    transport: TransportParametersDto,
    connect: (dtlsParameters: DtlsParametersDto) => Promise<unknown>,
  ): Promise<void> {
    const media = this.kind === 'audio' ? new Audio('0', 'SendOnly') : new Video('0', 'SendOnly');
    if (media instanceof Audio) media.addOpusCodec(PAYLOAD_TYPE);
    else media.addVP8Codec(PAYLOAD_TYPE);
    media.addSSRC(this.ssrc, 'bench', 'bench', 'bench');
    const offered = new Promise<string>((resolve) => this.connection.onLocalDescription(resolve));
    const track = this.connection.addTrack(media);
    const opened = new Promise<void>((resolve, reject) => {
      track.onOpen(resolve);
      this.connection.onStateChange((state) => {
        if (state === 'failed') reject(new Error('a publisher could not connect'));
      });
    });
    this.connection.setLocalDescription();
    await connect(dtlsParametersOf(await offered));
    this.connection.setRemoteDescription(answerTo(transport, this.kind, this.rtpParameters), 'answer');
    await opened;
    this.track = track;
  }

  /** Whether it is connected; a transport that ended closes it. */
  get open(): boolean {
    return this.track?.isOpen() ?? false;
  }

  send(packet: Buffer): void {
    this.track?.sendMessageBinary(packet);
  }

  close(): void {
    this.connection.close();
  }
}
