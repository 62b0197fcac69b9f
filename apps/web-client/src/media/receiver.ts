import type { types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import type { ConsumerParametersDto, FeedDto, PictureLayer, WatchedKind } from '@manyhalls/contracts';
import { pictureLayers } from '@manyhalls/contracts/feed/feed-state';
import type { LiveSession } from '../live/live-session';
import { toFault } from '../live/live-socket';
import { retryDelay } from '../live/retry';
import type { MediaLink } from './media-link';
import { planReception, trackKey, wantedTracks, type HeldTrack, type WantedTrack } from './reception-plan';

interface Held extends HeldTrack {
  consumer: types.Consumer;
}

/** Over how long pages spread their preparing for the next cue, in milliseconds. */
const spreadMs = 1_500;
/** How long after GO what was prepared is left alone: its tile is only being drawn. In milliseconds. */
const settleMs = 1_000;

/**
 * How long a consumer of no use is kept, in milliseconds. Closing negotiates anew, for a tenth of a second in which the
 * page has to show what has come in its place.
 */
const closeAfterMs = 1_000;

interface Refusal {
  failures: number;
  /** On this page's monotonic clock. */
  until: number;
}

/** The tracks a page can play now, by `feedId:kind`. */
export type ReceivedTracks = Readonly<Record<string, MediaStreamTrack>>;

/**
 * Receives what this viewer wants to see and hear. Its core is one loop, `reconcile`, that compares what is wanted
 * (show state, tile sizes, sound) with the consumers there are; everything that happens merely wakes the loop.
 */
export class Receiver {
  readonly store = createStore<{ tracks: ReceivedTracks }>(() => ({ tracks: {} }));
  private readonly held = new Map<string, Held>();
  /** Tracks with a request on the way. */
  private readonly pending = new Set<string>();
  private readonly refusals = new Map<string, Refusal>();
  /** Consumers the server closed before this page had heard of them. */
  private readonly closedEarly = new Set<string>();
  /** Consumers of no use that the server has not closed yet. */
  private readonly leaving = new Set<string>();
  /** feed id → tile → the layer that tile can show. */
  private readonly tiles = new Map<string, Map<symbol, PictureLayer>>();
  /** feed id → when to have it ready for the next cue, on this page's monotonic clock. */
  private readonly preparing = new Map<string, { from: number; until: number }>();
  private pictures = true;
  private hears: (feed: FeedDto) => boolean = () => false;
  private awake = false;
  /** Grows when all is lost: what was asked before that is of no interest. */
  private life = 0;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Pick<LiveSession, 'store' | 'ask' | 'on'>,
    private readonly link: Pick<MediaLink, 'store' | 'listen' | 'capabilities' | 'consume'>,
  ) {}

  /** Starts the loop. @returns what stops it */
  open(): () => void {
    const wake = () => this.wake();
    document.addEventListener('visibilitychange', wake);
    const stops = [
      () => document.removeEventListener('visibilitychange', wake),
      this.session.store.subscribe(({ show }, before) => {
        if (show === before.show) return;
        // What was refused may be allowed in the new state.
        this.refusals.clear();
        this.wake();
      }),
      this.session.on('consumer:closed', ({ consumerId }) => this.closed(consumerId)),
      this.link.listen({ ready: wake, lost: () => this.forget(), resumed: () => this.reassert() }),
      () => clearTimeout(this.alarm),
      () => this.forget(),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Pictures on or off altogether: off in audio only. */
  setPictures(on: boolean): void {
    this.pictures = on;
    this.wake();
  }

  /** Which feeds' sound this viewer receives. */
  setHears(hears: (feed: FeedDto) => boolean): void {
    this.hears = hears;
    this.wake();
  }

  /** Says how large a tile shows a feed; the largest tile decides. `null`: the tile is gone. */
  setTile(feedId: string, tile: symbol, layer: PictureLayer | null): void {
    const tiles = this.tiles.get(feedId) ?? new Map<symbol, PictureLayer>();
    if ((tiles.get(tile) ?? null) === layer) return;
    if (layer === null) tiles.delete(tile);
    else tiles.set(tile, layer);
    if (tiles.size > 0) this.tiles.set(feedId, tiles);
    else this.tiles.delete(feedId);
    this.wake();
  }

  /** The consumer of a track, for its statistics. */
  consumer(feedId: string, kind: WatchedKind): types.Consumer | undefined {
    return this.held.get(trackKey({ feedId, kind }))?.consumer;
  }

  /** Everything that happens in one turn is one reconciliation, so that tracks are asked for in one batch. */
  private wake(): void {
    if (this.awake) return;
    this.awake = true;
    queueMicrotask(() => {
      this.awake = false;
      this.reconcile();
    });
  }

  private reconcile(): void {
    clearTimeout(this.alarm);
    if (this.link.store.getState().state !== 'ready') return;
    const now = performance.now();
    this.planPreparing(now);
    const { watch, drop, tune } = planReception(
      this.wanted(),
      this.held,
      (key) => this.pending.has(key) || (this.refusals.get(key)?.until ?? 0) > now,
    );
    for (const track of drop) this.drop(track);
    if (watch.length > 0) void this.watch(watch);
    for (const { held, layer } of tune) void this.during([held], () => this.tune(held, layer));

    const moments = [
      ...[...this.refusals.values()].map(({ until }) => until),
      ...[...this.preparing.values()].flatMap(({ from, until }) => [from, until]),
    ];
    const next = Math.min(...moments.filter((moment) => moment > now));
    if (Number.isFinite(next)) this.alarm = setTimeout(() => this.wake(), next - now);
  }

  private wanted(): WantedTrack[] {
    const layers = new Map<string, PictureLayer>();
    for (const [feedId, tiles] of this.tiles) {
      const largest = pictureLayers.find((layer) => [...tiles.values()].includes(layer));
      if (largest) layers.set(feedId, largest);
    }
    const now = performance.now();
    return wantedTracks(this.session.store.getState().show?.feeds ?? [], {
      layers,
      pictures: this.pictures && !document.hidden,
      hears: this.hears,
      prepares: ({ id }) => {
        const { from, until } = this.preparing.get(id) ?? { from: Infinity, until: 0 };
        return from <= now && now < until;
      },
      receives: (key) => (this.held.get(key)?.layer ?? 'off') !== 'off',
    });
  }

  /** Each page begins at another moment: a thousand of them must not ask for the next cue all at once. */
  private planPreparing(now: number): void {
    const { standbyFeedIds = [] } = this.session.store.getState().show ?? {};
    for (const [feedId, span] of this.preparing) {
      if (standbyFeedIds.includes(feedId)) span.until = Infinity;
      else if (span.until === Infinity) span.until = now + settleMs;
      else if (span.until <= now) this.preparing.delete(feedId);
    }
    for (const feedId of standbyFeedIds)
      if (!this.preparing.has(feedId))
        this.preparing.set(feedId, { from: now + Math.random() * spreadMs, until: Infinity });
  }

  /** Keeps the loop away from these tracks while something is done with them, then wakes it. */
  private async during(tracks: readonly WantedTrack[], work: () => Promise<void>): Promise<void> {
    const keys = tracks.map(trackKey);
    const { life } = this;
    keys.forEach((key) => this.pending.add(key));
    await work();
    if (life !== this.life) return;
    keys.forEach((key) => this.pending.delete(key));
    this.wake();
  }

  private watch(tracks: WantedTrack[]): Promise<void> {
    return this.during(tracks, async () => {
      const { life } = this;
      const rtpCapabilities = this.link.capabilities;
      if (!rtpCapabilities) return;
      try {
        const answers = await this.session.ask('feed:watch', {
          tracks: tracks.map(({ feedId, kind }) => ({ feedId, kind })),
          rtpCapabilities,
        });
        if (life !== this.life) return;
        await Promise.all(
          answers.map(async (answer) => {
            const want = tracks.find((track) => trackKey(track) === trackKey(answer));
            if (answer.ok && want) await this.receive(answer.data, want);
            else this.refused(trackKey(answer));
          }),
        );
      } catch {
        for (const track of tracks) this.refused(trackKey(track));
      }
    });
  }

  private async receive(parameters: ConsumerParametersDto, { layer, prepared }: WantedTrack): Promise<void> {
    const { id: consumerId, feedId, kind, generation } = parameters;
    const key = trackKey(parameters);
    try {
      const consumer = await this.link.consume(parameters);
      if (this.closedEarly.delete(consumerId)) return consumer.close();
      const held: Held = { consumerId, feedId, kind, generation, layer: 'off', prepared, consumer };
      this.held.set(key, held);
      this.refusals.delete(key);
      this.publish();
      if (!prepared) await this.tune(held, layer);
    } catch {
      this.refused(key);
    }
  }

  private async tune(held: Held, layer: PictureLayer): Promise<void> {
    try {
      await this.session.ask('feed:tune', { consumerId: held.consumerId, layer });
      held.layer = layer;
      held.prepared = false;
      this.publish();
    } catch (error) {
      // The server does not know it (any more): ask for a new one.
      if (toFault(error).code === 'not-found') this.drop(held);
      this.refused(trackKey(held));
    }
  }

  private refused(key: string): void {
    const failures = this.refusals.get(key)?.failures ?? 0;
    this.refusals.set(key, { failures: failures + 1, until: performance.now() + retryDelay(failures) });
  }

  private closed(consumerId: string): void {
    if (this.leaving.delete(consumerId)) return;
    const held = [...this.held.values()].find((track) => track.consumerId === consumerId);
    if (held) this.drop(held, false);
    else this.closedEarly.add(consumerId);
    this.wake();
  }

  /** What leaves the programme is closed by its node: a thousand pages need not ask for it while it is busy with GO. */
  private drop(track: Held, tell = true): void {
    const { consumer, consumerId } = track;
    const key = trackKey(track);
    if (this.held.get(key) !== track) return;
    this.held.delete(key);
    if (tell) this.leaving.add(consumerId);
    setTimeout(() => {
      consumer.close();
      // If the server cannot be told, the consumer ends with the peer.
      if (this.leaving.delete(consumerId))
        this.session.ask('feed:unwatch', { consumerId }).catch(() => undefined);
    }, closeAfterMs);
    this.publish();
  }

  /** After a cut, `consumer:closed` may have been missed: telling each consumer its layer again shows which are gone. */
  private reassert(): void {
    this.refusals.clear();
    for (const track of this.held.values())
      if (!track.prepared && !this.pending.has(trackKey(track)))
        void this.during([track], () => this.tune(track, track.layer));
    this.wake();
  }

  /** Of a large and a small picture of the same, the one that stands still is not shown. */
  private givesWay({ feedId, kind, layer }: Held): boolean {
    if (kind === 'audio' || layer !== 'off') return false;
    const other = this.held.get(trackKey({ feedId, kind: kind === 'video' ? 'small-video' : 'video' }));
    return other !== undefined && other.layer !== 'off';
  }

  private forget(): void {
    this.life++;
    this.held.clear();
    this.pending.clear();
    this.refusals.clear();
    this.closedEarly.clear();
    this.leaving.clear();
    this.preparing.clear();
    this.publish();
  }

  private publish(): void {
    const shown = [...this.held].filter(([, track]) => !this.givesWay(track));
    this.store.setState({
      tracks: Object.fromEntries(shown.map(([key, { consumer }]) => [key, consumer.track])),
    });
  }
}
