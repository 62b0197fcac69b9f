import { io, type Socket } from 'socket.io-client';
import type {
  Ack,
  ConsumerParametersDto,
  FeedTrackDto,
  JoinedDto,
  LiveRequests,
  TransportParametersDto,
} from '@manyhalls/contracts';
import type { Person } from '../../../factories/people';
import type { Defer } from '../report';
import type { Publisher } from '../rtc/publisher';
import { Viewer } from '../rtc/viewer';
import type { Product } from './product';

/** Somebody in a session over the product's own wire, as its pages are, with media that no browser makes. */
export class LivePeer {
  private constructor(
    private readonly socket: Socket,
    readonly joined: JoinedDto,
  ) {}

  static async join(product: Product, person: Person, sessionId: string, defer: Defer): Promise<LivePeer> {
    const socket = io(`${product.url}/live`, {
      auth: { ticket: person.ticket },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    defer(() => socket.disconnect());
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new LivePeer(socket, await ask(socket, 'session:join', { sessionId }));
  }

  ask<Verb extends keyof LiveRequests>(
    verb: Verb,
    request: LiveRequests[Verb]['request'],
  ): Promise<LiveRequests[Verb]['reply']> {
    return ask(this.socket, verb, request);
  }

  /** Puts one picture on air as this hall's camera. */
  async goOnAir(publisher: Publisher): Promise<void> {
    const { id: feedId } = await this.ask('feed:open', { source: 'camera', microphonePlace: 'in-the-room' });
    const transport = await this.ask('media:open-transport', { direction: 'send' });
    await publisher.publish(transport, (dtlsParameters) => this.connect(transport, dtlsParameters));
    const { kind, rtpParameters } = publisher;
    await this.ask('feed:publish-track', { feedId, kind, transportId: transport.id, rtpParameters });
    await this.ask('feed:go-on-air', { feedId });
  }

  /** Leaves for good: its media end at once. */
  async leave(): Promise<void> {
    await this.ask('session:leave', {});
    this.socket.disconnect();
  }

  /** Watches everything that is on programme; of a greeting the large picture. */
  async watchProgramme(viewer: Viewer): Promise<void> {
    const { media, show } = this.joined;
    if (!media) throw new Error('no media node took the peer');
    const tracks = show.feeds
      .filter(({ id }) => show.programme.feedIds.includes(id))
      .flatMap(({ id, tracks: all }) => all.map(({ kind }: FeedTrackDto) => ({ feedId: id, kind })))
      .filter(({ kind }) => kind !== 'small-video');
    if (tracks.length === 0) throw new Error('nothing is on programme');
    const watched = await this.ask('feed:watch', { tracks, rtpCapabilities: Viewer.rtpCapabilities });
    const consumers = watched.map((answer): ConsumerParametersDto => {
      if (!answer.ok) throw new Error(`feed:watch: ${answer.error.message}`);
      return answer.data;
    });
    const { receiveTransport } = media;
    await viewer.watch(receiveTransport, consumers, (dtls) => this.connect(receiveTransport, dtls));
    for (const { id } of consumers) await this.ask('feed:tune', { consumerId: id, layer: 'high' });
  }

  private connect(
    { id: transportId }: TransportParametersDto,
    dtlsParameters: LiveRequests['media:connect-transport']['request']['dtlsParameters'],
  ): Promise<unknown> {
    return this.ask('media:connect-transport', { transportId, dtlsParameters });
  }
}

async function ask<Verb extends keyof LiveRequests>(
  socket: Socket,
  verb: Verb,
  request: LiveRequests[Verb]['request'],
): Promise<LiveRequests[Verb]['reply']> {
  const answer: Ack<LiveRequests[Verb]['reply']> = await socket.timeout(10_000).emitWithAck(verb, request);
  if (!answer.ok) throw new Error(`${verb}: ${answer.error.code}, ${answer.error.message}`);
  return answer.data;
}
