import { Viewer } from '../bench/lib/rtc/viewer';
import type { LiveClient } from './live';
import { mediaOf } from './media';

/** Somebody in the session who receives a feed with a real WebRTC stack, and what arrives. */
export class FeedViewer {
  readonly arrivals: number[] = [];
  private readonly viewer = new Viewer();
  private consumerIds: string[] = [];

  private constructor(private readonly client: LiveClient) {
    this.viewer.onPacket = () => this.arrivals.push(performance.now());
  }

  /** Joins, and asks for picture and sound. Nothing comes before `tune`, unless the server sends it by itself. */
  static async of(client: LiveClient, sessionId: string, feedId: string): Promise<FeedViewer> {
    const one = new FeedViewer(client);
    const { receiveTransport } = mediaOf(await client.ask('session:join', { sessionId }));
    const watched = await client.ask('feed:watch', {
      tracks: (['audio', 'video'] as const).map((kind) => ({ feedId, kind })),
      rtpCapabilities: Viewer.rtpCapabilities,
    });
    const consumers = watched.map((track) => {
      if (!track.ok) throw new Error(`${track.error.code}: ${track.error.message}`);
      return track.data;
    });
    one.consumerIds = consumers.map(({ id }) => id);
    await one.viewer.watch(receiveTransport, consumers, (dtlsParameters) =>
      client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters }),
    );
    return one;
  }

  async tune(): Promise<void> {
    for (const consumerId of this.consumerIds)
      await this.client.ask('feed:tune', { consumerId, layer: 'high' });
  }

  close(): void {
    this.viewer.close();
  }
}
