import type { types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import type { FeedDto, MicrophonePlace, OpenFeedDto, ShowStateDto, TrackKind } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import type { LiveSession } from '../live/live-session';
import { toFault } from '../live/live-socket';
import { retryDelay } from '../live/retry';
import { sendingOf } from './encodings';
import type { MediaLink } from './media-link';

export type PublishedSource = OpenFeedDto['source'];

/** What this device publishes as one feed, as far as it goes. */
export interface Publication {
  source: PublishedSource;
  place: MicrophonePlace;
  tracks: Readonly<Partial<Record<TrackKind, MediaStreamTrack>>>;
  muted: Readonly<Partial<Record<TrackKind, boolean>>>;
  /** `null` until the server has opened it, and again after the media were lost. */
  feedId: string | null;
  /** Which peer has opened it: this one, as long as nobody takes it over. */
  peerId: string | null;
}

type Publications = Readonly<Partial<Record<PublishedSource, Publication>>>;

/**
 * Publishes this device's feeds. What should be published is kept here, so that it is published again by itself when
 * the media were lost; what the feeds *are* (on air or not) only the show state says.
 */
export class Publisher {
  readonly store = createStore<{
    publications: Publications;
    /** Why something is not published any more although nobody has asked for that. */
    refusal: Fault | null;
  }>(() => ({ publications: {}, refusal: null }));
  private readonly producers = new Map<string, types.Producer>();
  /** One thing after the other: a track must not be replaced while it is being published. */
  private queue: Promise<unknown> = Promise.resolve();
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: LiveSession,
    private readonly link: MediaLink,
  ) {}

  /** Keeps what is published alive. @returns what ends it */
  open(): () => void {
    const stop = this.link.listen({
      ready: () => this.restore(0),
      lost: () => {
        this.producers.clear();
        for (const publication of this.all()) this.keep({ ...publication, feedId: null });
      },
    });
    const unsubscribe = this.session.store.subscribe(({ show }, before) => {
      if (show && show !== before.show) this.giveUpTaken(show);
    });
    return () => {
      stop();
      unsubscribe();
      this.clear();
    };
  }

  /** Stops sending, without a word to the server: the peer is gone, or another device has taken over. */
  clear(): void {
    clearTimeout(this.retry);
    for (const { source } of this.all()) this.forget(source);
  }

  publication(source: PublishedSource): Publication | undefined {
    return this.store.getState().publications[source];
  }

  /**
   * Opens the feed in the green room and publishes its tracks.
   * @throws {Fault} the server's refusal; nothing is then published.
   */
  async publish(
    wanted: Pick<Publication, 'source' | 'place' | 'tracks'> & Partial<Publication>,
  ): Promise<void> {
    this.keep({ muted: {}, feedId: null, peerId: null, ...wanted });
    this.store.setState({ refusal: null });
    try {
      await this.inTurn(() => this.settle(wanted.source));
    } catch (error) {
      this.forget(wanted.source);
      throw error;
    }
  }

  /** Another camera or microphone, without leaving the air. */
  async changeTrack(source: PublishedSource, kind: TrackKind, track: MediaStreamTrack): Promise<void> {
    this.change(source, ({ tracks }) => ({ tracks: { ...tracks, [kind]: track } }));
    await this.inTurn(async () => {
      const producer = this.producers.get(key(source, kind));
      if (producer) await producer.replaceTrack({ track });
      else await this.settle(source);
    });
  }

  /** Moves the microphone between room and desk; the sound is published anew, because its encoding differs. */
  async changePlace(source: PublishedSource, place: MicrophonePlace, track: MediaStreamTrack): Promise<void> {
    this.change(source, ({ tracks }) => ({ place, tracks: { ...tracks, audio: track }, feedId: null }));
    await this.inTurn(async () => {
      this.stopProducer(source, 'audio');
      await this.settle(source);
    });
  }

  /** @throws {Fault} the server's refusal; the track is muted on this device all the same. */
  async mute(source: PublishedSource, kind: TrackKind, muted: boolean): Promise<void> {
    this.change(source, (publication) => ({ muted: { ...publication.muted, [kind]: muted } }));
    const producer = this.producers.get(key(source, kind));
    if (muted) producer?.pause();
    else producer?.resume();
    const { feedId } = this.publication(source) ?? {};
    if (feedId && producer) await this.session.ask('feed:mute-track', { feedId, kind, muted });
  }

  /** Takes the feed away; viewers see the slate, then nothing. */
  async unpublish(source: PublishedSource): Promise<void> {
    const { feedId } = this.publication(source) ?? {};
    this.forget(source);
    if (feedId) await this.session.ask('feed:close', { feedId });
  }

  /** @throws {Fault} the server's refusal */
  async setOnAir(source: PublishedSource, onAir: boolean): Promise<FeedDto | undefined> {
    const { feedId } = this.publication(source) ?? {};
    if (!feedId) return undefined;
    return this.session.ask(onAir ? 'feed:go-on-air' : 'feed:leave-air', { feedId });
  }

  /** The same person has opened the feed on another device: from now on it comes from there. */
  private giveUpTaken({ feeds }: ShowStateDto): void {
    for (const { source, feedId, peerId } of this.all()) {
      const feed = feeds.find(({ id }) => id === feedId);
      if (!feed || feed.peerId === peerId) continue;
      this.forget(source);
      this.store.setState({ refusal: new Fault('conflict', 'the feed comes from another device now') });
    }
  }

  /** Publishes everything again after the media were lost, until it succeeds or is refused for good. */
  private restore(failures: number): void {
    clearTimeout(this.retry);
    const work = this.all().map(({ source }) =>
      this.inTurn(() => this.settle(source)).catch((error: unknown) => {
        const refusal = toFault(error);
        if (!final.has(refusal.code)) throw refusal;
        this.forget(source);
        this.store.setState({ refusal });
      }),
    );
    void Promise.all(work).catch(() => {
      this.retry = setTimeout(() => this.restore(failures + 1), retryDelay(failures));
    });
  }

  /** Opens and publishes what of a feed is not published yet. */
  private async settle(source: PublishedSource): Promise<void> {
    const publication = this.publication(source);
    if (!publication || this.link.store.getState().state !== 'ready') return;
    const { place, tracks, muted } = publication;
    let { feedId } = publication;
    if (!feedId) {
      const opened = await this.session.ask('feed:open', { source, microphonePlace: place });
      feedId = opened.id;
      this.change(source, () => ({ feedId: opened.id, peerId: opened.peerId }));
    }
    for (const kind of ['audio', 'video'] as const) {
      const track = tracks[kind];
      if (!track || this.producers.has(key(source, kind))) continue;
      const { options, codec } = sendingOf(source, kind, place);
      const producer = await this.link.produce(feedId, { ...options, track }, codec);
      this.producers.set(key(source, kind), producer);
      producer.observer.once('close', () => {
        if (this.producers.get(key(source, kind)) === producer) this.producers.delete(key(source, kind));
      });
      if (muted[kind]) await this.mute(source, kind, true);
    }
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private all(): Publication[] {
    return Object.values(this.store.getState().publications);
  }

  private keep(publication: Publication): void {
    this.store.setState(({ publications }) => ({
      publications: { ...publications, [publication.source]: publication },
    }));
  }

  private change(source: PublishedSource, change: (publication: Publication) => Partial<Publication>): void {
    const publication = this.publication(source);
    if (publication) this.keep({ ...publication, ...change(publication) });
  }

  private forget(source: PublishedSource): void {
    this.store.setState(({ publications: { [source]: _, ...publications } }) => ({ publications }));
    this.stopProducer(source, 'audio');
    this.stopProducer(source, 'video');
  }

  private stopProducer(source: PublishedSource, kind: TrackKind): void {
    this.producers.get(key(source, kind))?.close();
  }
}

/** Another device has taken the feed over, or this one may not publish (any more). */
const final = new Set<Fault['code']>(['conflict', 'forbidden', 'not-found']);

const key = (source: PublishedSource, kind: TrackKind) => `${source}:${kind}`;
