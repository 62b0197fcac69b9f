import type { types } from 'mediasoup';
import type { FeedTrackIdDto, LinkedTrackDto } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import type { SessionRouter } from '../sessions/sessions';
import { shared } from '../shared';
import type { Track } from '../tracks/track';

interface Sending {
  track: Track;
  consumer: types.Consumer;
}

/** What one end of a link sends: each track once, however many watch it at the other end. */
export class Sendings {
  private readonly started = new Map<Track, Promise<Sending>>();
  private readonly running = new Set<Sending>();
  private message: string | null = null;

  constructor(
    private readonly home: SessionRouter,
    private readonly pipe: types.PipeTransport,
  ) {}

  /** @throws {Fault} `not-found` when the track ended meanwhile. */
  async start(track: Track): Promise<LinkedTrackDto> {
    const { consumer } = await shared(this.started, track, () => this.consume(track));
    const { id: sendingId, producerPaused: paused, rtpParameters } = consumer;
    return { ...track.id, generation: track.generation, sendingId, paused, rtpParameters };
  }

  stop({ feedId, kind }: FeedTrackIdDto): void {
    for (const [track, sending] of this.started) {
      if (track.feedId !== feedId || track.kind !== kind) continue;
      this.started.delete(track);
      sending.then(
        ({ consumer }) => consumer.close(),
        () => undefined,
      );
    }
  }

  /** The beat that says what is being sent now. */
  get beat(): string {
    this.message ??= JSON.stringify({
      sendings: [...this.running].map(({ track, consumer }) => ({
        ...track.id,
        sendingId: consumer.id,
        paused: consumer.producerPaused,
      })),
    });
    return this.message;
  }

  private async consume(track: Track): Promise<Sending> {
    const copy = await track.in(this.home);
    const consumer = await copy.consume((producerId) => this.pipe.consume({ producerId }));
    const sending = { track, consumer };
    const changed = () => (this.message = null);
    this.running.add(sending);
    changed();
    consumer.on('producerpause', changed);
    consumer.on('producerresume', changed);
    onClose(consumer, () => {
      this.running.delete(sending);
      this.started.delete(track);
      changed();
    });
    return sending;
  }
}
