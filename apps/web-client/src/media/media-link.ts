import { Device, type types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import type {
  ConsumerParametersDto,
  IceServerDto,
  JoinedDto,
  PeerMediaDto,
  RtpCapabilitiesDto,
  TransportParametersDto,
} from '@manyhalls/contracts';
import { mediaKindOf } from '@manyhalls/contracts/feed/feed-state';
import { Fault } from '@manyhalls/contracts/wire/fault';
import type { LiveSession } from '../live/live-session';
import { toFault } from '../live/live-socket';
import { retryDelay } from '../live/retry';
import { healTransport } from './heal-transport';
import { toDeviceCapabilities, toDeviceParameters, toWireCapabilities, toWireParameters } from './rtp-wire';

export interface MediaLinkListener {
  /** Media can be received and sent from now on; nothing that was there before exists any more. */
  ready(): void;
  /** Every transport, consumer and producer is gone. */
  lost(): void;
  /** The same media go on after the socket was cut; what the server said in between is unknown. */
  resumed?(): void;
}

/** One life of this peer's media, from a join or rebuild until it is lost. */
interface Media {
  device: Device;
  iceServers: IceServerDto[];
  receiving: types.Transport;
  sending: Promise<types.Transport> | null;
  healers: ReturnType<typeof healTransport>[];
}

type Produced = { feedId: string };

/** This peer's device and transports: built at the join, healed when the network changes, rebuilt when lost. */
export class MediaLink {
  /** Whether pictures can arrive: `interrupted` while a transport is being healed or rebuilt. */
  readonly store = createStore<{ state: 'none' | 'ready' | 'interrupted' }>(() => ({ state: 'none' }));
  private readonly listeners = new Set<MediaLinkListener>();
  private media: Media | null = null;
  /** Grows with every beginning and end, so that late answers to an earlier life are dropped. */
  private life = 0;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: LiveSession) {}

  /** Follows the session. @returns what stops it and drops the media */
  open(): () => void {
    const check = () => this.media?.healers.forEach((healer) => healer.check());
    window.addEventListener('online', check);
    const stops = [
      this.session.listen({ joined: (joined) => this.joined(joined), left: () => this.drop() }),
      this.session.on('media:lost', () => void this.rebuild()),
      () => window.removeEventListener('online', check),
      () => this.drop(),
    ];
    return () => stops.forEach((stop) => stop());
  }

  listen(listener: MediaLinkListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What this browser can receive; `null` while there is no media. */
  get capabilities(): RtpCapabilitiesDto | null {
    return this.media && toWireCapabilities(this.media.device.recvRtpCapabilities);
  }

  /** @throws {Fault} `media-unavailable` when the media were lost meanwhile. */
  async consume(parameters: ConsumerParametersDto): Promise<types.Consumer> {
    const { media } = this;
    if (!media) throw gone();
    return whileOpen(
      media.receiving,
      media.receiving.consume({
        id: parameters.id,
        producerId: parameters.producerId,
        kind: mediaKindOf(parameters.kind),
        rtpParameters: toDeviceParameters(parameters.rtpParameters),
        // Picture and sound of one feed are kept in step by the browser when they share a stream.
        streamId: parameters.feedId,
      }),
    );
  }

  /** @throws {Fault} the server's refusal; `media-unavailable` when there is no media now. */
  async produce(feedId: string, options: types.ProducerOptions, codec?: string): Promise<types.Producer> {
    const { media } = this;
    if (!media) throw gone();
    media.sending ??= this.openSending(media);
    const sending = await media.sending.catch((error: unknown) => {
      media.sending = null;
      throw error;
    });
    const chosen = media.device.sendRtpCapabilities.codecs?.find(
      ({ mimeType }) => mimeType.toLowerCase() === codec,
    );
    return whileOpen(
      sending,
      sending.produce<Produced>({ ...options, codec: chosen, stopTracks: false, appData: { feedId } }),
    );
  }

  receivedStats(): Promise<RTCStatsReport> | null {
    return this.media?.receiving.getStats() ?? null;
  }

  async sentStats(): Promise<RTCStatsReport | null> {
    return (await this.media?.sending)?.getStats() ?? null;
  }

  private joined({ resumed, media }: JoinedDto): void {
    if (media) void this.begin(media);
    else if (resumed && this.media) {
      this.media.healers.forEach((healer) => healer.check());
      for (const listener of this.listeners) listener.resumed?.();
    } else void this.rebuild();
  }

  private async rebuild(): Promise<void> {
    this.drop('interrupted');
    const { life } = this;
    try {
      const media = await this.session.ask('media:rebuild', {});
      if (life === this.life) await this.begin(media);
    } catch (error) {
      // With the socket cut, the next join begins anew.
      if (life !== this.life || toFault(error).code === 'unavailable') return;
      this.retry = setTimeout(() => void this.rebuild(), retryDelay(this.failures++));
    }
  }

  private async begin({ routerRtpCapabilities, iceServers, receiveTransport }: PeerMediaDto): Promise<void> {
    this.drop('interrupted');
    const { life } = this;
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities: toDeviceCapabilities(routerRtpCapabilities) });
    if (life !== this.life) return;
    const receiving = device.createRecvTransport({ ...receiveTransport, iceServers });
    const media: Media = { device, iceServers, receiving, sending: null, healers: [] };
    this.media = media;
    this.lookAfter(media, receiving);
    this.failures = 0;
    this.store.setState({ state: 'ready' });
    for (const listener of this.listeners) listener.ready();
  }

  private async openSending(media: Media): Promise<types.Transport> {
    const parameters: TransportParametersDto = await this.session.ask('media:open-transport', {
      direction: 'send',
    });
    if (media !== this.media) throw gone();
    const sending = media.device.createSendTransport({ ...parameters, iceServers: media.iceServers });
    this.lookAfter(media, sending);
    sending.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      this.session
        .ask('feed:publish-track', {
          feedId: String(appData.feedId),
          kind,
          transportId: sending.id,
          rtpParameters: toWireParameters(rtpParameters),
        })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
    return sending;
  }

  private lookAfter(media: Media, transport: types.Transport): void {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.session
        .ask('media:connect-transport', { transportId: transport.id, dtlsParameters })
        .then(() => done(), failed);
    });
    media.healers.push(
      healTransport(transport, {
        askIce: () => this.session.ask('media:restart-ice', { transportId: transport.id }),
        giveUp: () => {
          if (media === this.media) void this.rebuild();
        },
      }),
    );
  }

  private drop(state: 'none' | 'interrupted' = 'none'): void {
    this.life++;
    clearTimeout(this.retry);
    const { media } = this;
    this.media = null;
    this.store.setState({ state });
    if (!media) return;
    media.healers.forEach((healer) => healer.stop());
    media.receiving.close();
    media.sending?.then((sending) => sending.close()).catch(() => undefined);
    for (const listener of this.listeners) listener.lost();
  }
}

const gone = () => new Fault('media-unavailable', 'The media of this peer are gone');

/** A transport that closes leaves what it was doing unanswered for ever; this answers. */
function whileOpen<Result>(transport: types.Transport, doing: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    transport.observer.once('close', () => reject(gone()));
    doing.then(resolve, reject);
  });
}
