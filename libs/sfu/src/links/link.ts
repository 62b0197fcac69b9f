import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { types } from 'mediasoup';
import { Fault, type LinkEndDto } from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import { onClose } from '../on-close';
import type { SessionRouter } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import type { Tell } from '../tell';
import type { Tracks } from '../tracks/tracks';
import { Heartbeat } from './heartbeat';
import { Receivings } from './receivings';
import { Sendings } from './sendings';

/** This node's end of the link of one session to one other node. */
export class Link {
  /** Names this end; an end opened anew has another name. */
  readonly id = randomUUID();
  /** The end that this one is connected to. */
  remoteId: string | null = null;
  readonly sendings: Sendings;
  readonly receivings: Receivings;
  private connecting: Promise<void> | null = null;

  private constructor(
    readonly home: SessionRouter,
    private readonly pipe: types.PipeTransport,
    private readonly heartbeat: Heartbeat,
    parts: { sendings: Sendings; receivings: Receivings },
  ) {
    this.sendings = parts.sendings;
    this.receivings = parts.receivings;
    onClose(pipe, () => heartbeat.stop());
  }

  static async open(
    home: SessionRouter,
    remoteNodeId: string,
    settings: NodeEngineSettings,
    tracks: Tracks,
    tell: Tell,
  ): Promise<Link> {
    const { listenIp: ip, pipeAddress, pipePorts: portRange } = settings;
    const announcedAddress = pipeAddress ?? settings.announcedAddress;
    const pipe = await byMediasoup(() =>
      home.router.createPipeTransport({
        listenInfo: { protocol: 'udp', ip, announcedAddress, portRange },
        enableSrtp: true,
        enableRtx: true,
        enableSctp: true,
      }),
    );
    try {
      const sendings = new Sendings(home, pipe);
      const receivings = new Receivings(home, remoteNodeId, pipe, tracks, tell);
      const heartbeat = await Heartbeat.over(home.router, pipe, (beat) => receivings.heard(beat));
      return new Link(home, pipe, heartbeat, { sendings, receivings });
    } catch (error) {
      pipe.close();
      throw error;
    }
  }

  /** What the other end needs to connect to this one. */
  get end(): LinkEndDto {
    const { tuple, srtpParameters } = this.pipe;
    if (!srtpParameters) throw new Error('a link without SRTP');
    return { linkId: this.id, ip: tuple.localAddress, port: tuple.localPort, srtpParameters };
  }

  /**
   * @throws {Fault} `conflict` when it is connected to another incarnation of the other end, `bad-media-parameters`
   * when mediasoup refuses.
   */
  async connect(remote: LinkEndDto): Promise<void> {
    if (this.remoteId !== null && this.remoteId !== remote.linkId) {
      throw new Fault('conflict', 'this end is connected to another incarnation of the other end');
    }
    this.remoteId = remote.linkId;
    this.connecting ??= this.connectPipe(remote);
    try {
      await this.connecting;
    } catch (error) {
      this.connecting = null;
      this.remoteId = null;
      throw error;
    }
  }

  /** Calls back when the link is closed: by `close`, by silence, or with its router. */
  onClose(listener: () => void): void {
    onClose(this.pipe, listener);
  }

  close(): void {
    this.pipe.close();
  }

  private async connectPipe({ ip, port, srtpParameters }: LinkEndDto): Promise<void> {
    const address = isIP(ip) ? ip : (await lookup(ip, { order: 'ipv4first' })).address;
    await byMediasoup(() =>
      this.pipe.connect({ ip: address, port, srtpParameters: toSrtpParameters(srtpParameters) }),
    );
    this.heartbeat.start(
      () => this.sendings.beat,
      () => this.close(),
    );
  }
}

const cryptoSuites: types.SrtpCryptoSuite[] = [
  'AEAD_AES_256_GCM',
  'AEAD_AES_128_GCM',
  'AES_CM_128_HMAC_SHA1_80',
  'AES_CM_128_HMAC_SHA1_32',
];

function toSrtpParameters({ cryptoSuite, keyBase64 }: LinkEndDto['srtpParameters']): types.SrtpParameters {
  const known = cryptoSuites.find((suite) => suite === cryptoSuite);
  if (!known) throw new Fault('bad-media-parameters', `unknown SRTP crypto suite ${cryptoSuite}`);
  return { cryptoSuite: known, keyBase64 };
}
