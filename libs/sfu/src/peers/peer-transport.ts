import type { types } from 'mediasoup';
import {
  Fault,
  type DtlsParametersDto,
  type IceParametersDto,
  type TransportParametersDto,
} from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import type { SessionRouter } from '../sessions/sessions';

/** What a receiving browser is given to start with, in bits per second; congestion control goes on from there. */
const initialAvailableOutgoingBitrate = 1_000_000;

/** One WebRTC transport of a peer. */
export class PeerTransport {
  private connected = false;

  private constructor(readonly transport: types.WebRtcTransport) {}

  static async open({ router, worker }: SessionRouter): Promise<PeerTransport> {
    return new PeerTransport(
      await byMediasoup(() =>
        router.createWebRtcTransport({
          webRtcServer: worker.webRtcServer,
          preferUdp: true,
          initialAvailableOutgoingBitrate,
        }),
      ),
    );
  }

  get id(): string {
    return this.transport.id;
  }

  /** https://mediasoup.org/documentation/v3/communication-between-client-and-server/#creating-transports */
  get parameters(): TransportParametersDto {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.transport;
    return { id, iceParameters, iceCandidates, dtlsParameters };
  }

  /** @throws {Fault} `conflict` when it was connected before, `bad-media-parameters` when mediasoup refuses. */
  async connect(dtlsParameters: DtlsParametersDto): Promise<void> {
    if (this.connected) throw new Fault('conflict', 'the transport was connected before');
    this.connected = true;
    try {
      await byMediasoup(() => this.transport.connect({ dtlsParameters }));
    } catch (error) {
      this.connected = false;
      throw error;
    }
  }

  restartIce(): Promise<IceParametersDto> {
    return byMediasoup(() => this.transport.restartIce());
  }

  close(): void {
    this.transport.close();
  }
}
