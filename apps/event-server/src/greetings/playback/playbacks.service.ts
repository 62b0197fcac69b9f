import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Unplayable } from '@manyhalls/contracts';
import { nextGreetingState, runs } from '@manyhalls/domain';
import type { Feed } from '../../feeds/feed';
import { FeedRows } from '../../feeds/feed-rows.service';
import { Playouts } from '../../feeds/playouts.service';
import type { Take } from '../../rundown/cue';
import type { Show } from '../../show/show';
import { ShowService } from '../../show/show.service';
import { inBackground } from '../../wire/in-background';
import { GreetingChanges } from '../greeting-changes.service';
import { GreetingRows } from '../greeting-rows.service';
import { keyframeBefore, positionAt, type GreetingPlayback, type Playback } from './playback';
import { PlaybackRows } from './playback-rows.service';
import { Playing } from './playing.service';
import { unplayableBecause } from './unplayable';

/** What has not begun by then is given up for the moment: the slate stands in until it does. In milliseconds. */
const lateMs = 700;

/**
 * Has greetings prepared, played and put away as the show wants it. It looks at what is wanted and at what is there,
 * and does what is missing; so it does not matter what woke it, on which server.
 */
@Injectable()
export class Playbacks implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Playbacks');
  private readonly turns = new Map<string, Promise<void>>();
  /** Sessions of which a look waits for its turn: it will see all that happens until then. */
  private readonly waiting = new Set<string>();
  private readonly preparing = new Map<string, Promise<void>>();
  /** Takes that were begun by this server, by feed: what a turn knows of the show may be older than that. */
  private readonly begun = new Map<string, string>();
  private isEnding = false;

  constructor(
    private readonly shows: ShowService,
    private readonly rows: PlaybackRows,
    private readonly feeds: FeedRows,
    private readonly greetings: GreetingRows,
    private readonly changes: GreetingChanges,
    private readonly playing: Playing,
    private readonly playouts: Playouts,
  ) {
    shows.changed.subscribe(({ after }) => {
      if (after.cue?.greetingId || after.standby?.greetingId || after.playbacks.length > 0)
        this.settle(after.session.id, after);
    });
  }

  /** @param known the show as it was a moment ago: GO should not wait for it to be read. */
  settle(sessionId: string, known?: Show): void {
    if (this.isEnding || (!known && this.waiting.has(sessionId))) return;
    if (!known) this.waiting.add(sessionId);
    void this.inTurn(sessionId, async () => {
      if (!known) this.waiting.delete(sessionId);
      if (known) await this.beginTake(known);
      await this.arrange(known ?? (await this.shows.read(sessionId)));
      const show = await this.shows.read(sessionId);
      const played = (await this.beginTake(show)) || (await this.playOn(show));
      this.prepareAll(played ? await this.shows.read(sessionId) : show);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await Promise.all(this.turns.values());
    await Promise.all(this.preparing.values());
  }

  /** One thing after the other in a session. Never rejects. */
  inTurn(sessionId: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.turns.get(sessionId) ?? Promise.resolve();
    const turn = before
      .then(() => inBackground(this.logger, work))
      .finally(() => {
        if (this.turns.get(sessionId) === turn) this.turns.delete(sessionId);
      });
    this.turns.set(sessionId, turn);
    return turn;
  }

  async begin(feed: Feed, playback: GreetingPlayback, take: Take, positionSeconds: number): Promise<void> {
    const { greeting } = playback;
    const prepared = playback.takeId === null || playback.state === 'paused';
    const note = (fault: Unplayable) => ({
      takeId: take.id,
      state: 'slate' as const,
      fault,
      positionSeconds,
    });
    const late = setTimeout(
      () => void inBackground(this.logger, () => this.write(feed, note('late'))),
      lateMs,
    );
    try {
      const played = await this.playing.start(feed, greeting, { prepared, positionSeconds });
      const startedAt = new Date();
      clearTimeout(late);
      await this.playouts.adopt(feed, played, (manager) =>
        this.rows.update(manager, feed.id, {
          takeId: take.id,
          state: 'playing',
          startedAt,
          positionSeconds,
          fault: null,
        }),
      );
      if (!take.rehearsal) await this.markPlayed(playback.greetingId);
    } catch (error) {
      clearTimeout(late);
      await this.write(feed, note(this.why(error)), { tracks: [], online: false });
    }
  }

  /** Changes how it stands, unless it was put away meanwhile. */
  async write(
    { id, sessionId }: Feed,
    change: Partial<Playback>,
    ofFeed: Partial<Feed> | null = null,
  ): Promise<void> {
    await this.shows.change(sessionId, async ({ playbacks, manager }) => {
      if (!playbacks.some(({ feedId }) => feedId === id)) return;
      await this.rows.update(manager, id, change);
      if (ofFeed) await this.feeds.update(manager, id, ofFeed);
    });
  }

  /**
   * What is on programme, from the start, when its take is new.
   * @returns whether it was
   */
  private async beginTake(show: Show): Promise<boolean> {
    const present = onProgramme(show);
    if (!present) return false;
    const { feed, playback, take } = present;
    if (playback.takeId === take.id || this.begun.get(feed.id) === take.id) return false;
    this.begun.set(feed.id, take.id);
    try {
      await this.begin(feed, playback, take, 0);
    } catch (error) {
      this.begun.delete(feed.id);
      throw error;
    }
    return true;
  }

  /**
   * What is on programme, from the present moment, when its node is gone.
   * @param show as it is now
   * @returns whether it was
   */
  private async playOn(show: Show): Promise<boolean> {
    const present = onProgramme(show);
    if (present?.playback.state !== 'playing' || present.feed.tracks.length > 0) return false;
    const { feed, playback, take } = present;
    if (playback.takeId !== take.id) return false;
    await this.begin(feed, playback, take, keyframeBefore(positionAt(playback, new Date())));
    return true;
  }

  /** A greeting on programme or on standby has a feed, every other one has none. */
  private async arrange(show: Show): Promise<void> {
    if (unwanted(show).length === 0 && missing(show).length === 0) return;
    const { result: closed } = await this.shows.change(show.session.id, async (held) => {
      const gone = unwanted(held);
      for (const { id } of gone) await this.feeds.close(held.manager, id);
      for (const greetingId of missing(held)) await this.open(held, greetingId);
      return gone;
    });
    for (const feed of closed) {
      this.begun.delete(feed.id);
      await this.playouts.stop(feed);
    }
  }

  private async open(
    { session, manager }: Parameters<Parameters<ShowService['change']>[1]>[0],
    greetingId: string,
  ): Promise<void> {
    const [greeting] = await this.greetings.find({ id: greetingId, eventId: session.eventId }, manager);
    if (!greeting) return;
    const id = randomUUID();
    const displayName = Object.values(greeting.speaker.name)[0] ?? '';
    await this.feeds.insert(manager, { ...newFeed, id, sessionId: session.id, displayName, greetingId });
    await this.rows.insert(manager, { ...newPlayback, feedId: id, greetingId });
  }

  /**
   * What is about to be played, or to be played on, has tracks that wait for it. Not in the session's turn: a node that
   * is slow with the next greeting must not keep the show caller from pausing this one.
   */
  private prepareAll(show: Show): void {
    if (this.isEnding) return;
    for (const { feed, playback } of pairs(show)) {
      const waits = playback.takeId === null || playback.state === 'paused';
      if (!waits || feed.tracks.length > 0 || this.preparing.has(feed.id)) continue;
      const done = inBackground(this.logger, () => this.prepare(feed, playback)).finally(() =>
        this.preparing.delete(feed.id),
      );
      this.preparing.set(feed.id, done);
    }
  }

  /** It may have been played, put away, or prepared by another server, before it was ready. */
  private async prepare(feed: Feed, playback: GreetingPlayback): Promise<void> {
    const { takeId, greeting, positionSeconds } = playback;
    const wasBegun = () => takeId === null && this.begun.has(feed.id);
    try {
      const played = await this.playing.prepare(feed, greeting, keyframeBefore(positionSeconds));
      const ready = { fault: null, ...(takeId === null && { state: 'standby' as const }) };
      await this.playouts.adopt(
        feed,
        played,
        async (manager) => !wasBegun() && this.rows.update(manager, feed.id, ready, playback),
      );
    } catch (error) {
      const fault = this.why(error);
      if (takeId !== null) return;
      await this.shows.change(feed.sessionId, async ({ feeds, manager }) => {
        const present = feeds.find(({ id }) => id === feed.id);
        if (present?.tracks.length === 0 && !wasBegun())
          await this.rows.update(manager, feed.id, { state: 'slate', fault }, playback);
      });
    }
  }

  private why(error: unknown): Unplayable {
    this.logger.warn(
      `a greeting cannot be played: ${error instanceof Error ? error.message : String(error)}`,
    );
    return unplayableBecause(error);
  }

  private async markPlayed(id: string): Promise<void> {
    await this.changes.change(id, ({ greeting }) => {
      const state = nextGreetingState(greeting.state, 'play');
      return state && state !== greeting.state ? { state } : null;
    });
  }
}

const newFeed = {
  venueId: null,
  participantId: null,
  peerId: null,
  source: 'greeting',
  state: 'on-air',
  microphonePlace: 'from-the-desk',
  muted: [],
  online: false,
  tracks: [],
  generation: 0,
  file: null,
} as const satisfies Partial<Feed>;

const newPlayback = {
  takeId: null,
  state: 'standby',
  startedAt: null,
  positionSeconds: 0,
  fault: null,
} as const satisfies Partial<Playback>;

function wanted({ session, cue, standby }: Show): string[] {
  if (!runs(session.status)) return [];
  return [...new Set([cue?.greetingId, standby?.greetingId])].filter((id) => typeof id === 'string');
}

/** Also one that was played and is to be played again: it begins anew. */
function unwanted(show: Show): Feed[] {
  const ids = wanted(show);
  const wasPlayed = (id: string) =>
    show.playbacks.some(
      ({ feedId, greetingId, takeId }) =>
        feedId === id && takeId !== null && greetingId !== show.cue?.greetingId,
    );
  return show.feeds.filter(
    ({ id, greetingId }) => greetingId !== null && (!ids.includes(greetingId) || wasPlayed(id)),
  );
}

function missing(show: Show): string[] {
  const gone = unwanted(show);
  const kept = show.feeds.filter((feed) => !gone.includes(feed)).map(({ greetingId }) => greetingId);
  return wanted(show).filter((id) => !kept.includes(id));
}

/** The greeting on programme, and for which take it is. */
function onProgramme(show: Show): { feed: Feed; playback: GreetingPlayback; take: Take } | null {
  const { cue, take } = show;
  const present = pairs(show).find(({ playback }) => playback.greetingId === cue?.greetingId);
  return present && take ? { ...present, take } : null;
}

function pairs({ feeds, playbacks }: Show): { feed: Feed; playback: GreetingPlayback }[] {
  return playbacks.flatMap((playback) => {
    const feed = feeds.find(({ id }) => id === playback.feedId);
    return feed ? [{ feed, playback }] : [];
  });
}
