import type { types } from 'mediasoup';
import { byMediasoup } from '../by-mediasoup';
import { onClose } from '../on-close';

/** A track in one router, and how many consume it there. */
export class TrackCopy {
  private watchers = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param unwatched what happens when nobody consumed the copy for that long; `null`: it stays. */
  constructor(
    readonly producer: types.Producer,
    private readonly unwatched: { afterMs: number; tell: () => void } | null,
  ) {
    onClose(producer, () => clearTimeout(this.timer));
    this.startWaiting();
  }

  /**
   * Consumes it, and counts that for as long as the consumer lives.
   * @throws {Fault} `bad-media-parameters` when mediasoup refuses, `not-found` when the track ended meanwhile.
   */
  async consume(by: (producerId: string) => Promise<types.Consumer>): Promise<types.Consumer> {
    this.watchers++;
    clearTimeout(this.timer);
    const over = () => {
      this.watchers--;
      this.startWaiting();
    };
    try {
      const consumer = await byMediasoup(() => by(this.producer.id));
      onClose(consumer, over);
      return consumer;
    } catch (error) {
      over();
      throw error;
    }
  }

  private startWaiting(): void {
    if (!this.unwatched || this.watchers > 0 || this.producer.closed) return;
    this.timer = setTimeout(this.unwatched.tell, this.unwatched.afterMs);
    this.timer.unref();
  }
}
