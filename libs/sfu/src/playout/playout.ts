import type { types } from 'mediasoup';
import { Fault, type PlayoutDto, type WatchedKind } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import { Ffmpeg } from './ffmpeg';
import type { PlainFeed } from './plain-feed';
import { standsStill } from './stillness';

export interface PlayoutFeeds {
  audio: PlainFeed;
  video: PlainFeed;
  small: PlainFeed | null;
}

/** What is played, with its files on this node, and by what. */
export interface Played {
  bin: string;
  /** How that is told to keep to the clock. */
  realTime: string[];
  file: string;
  small: string | null;
}

/** From where, and whether over and over. */
export type PlayedFrom = Pick<PlayoutDto, 'loop' | 'positionSeconds'>;

export interface PlayoutEnd {
  fault: string | null;
  positionSeconds: number;
}

/** One file being played into a session, or about to be: ffmpeg, and the producers it feeds. All of it ends together. */
export class Playout {
  /** Waits until it is to play. `null`: it has ended by itself before, and another one will say why. */
  private ffmpeg: Ffmpeg | null;
  private readonly seen: Promise<void>;
  private begun: Promise<void> | null = null;
  /** On this process' monotonic clock; `null` before the first picture. */
  private firstPictureAt: number | null = null;
  private over: { why: string } | null = null;
  private readonly endings: ((why: string) => void)[] = [];
  private readonly watching = new AbortController();

  /**
   * @param from where it will probably be played from: a player is ready for that
   * @param onOver is called once, however it ends; with `undefined` when it was stopped on purpose.
   */
  constructor(
    readonly generation: number,
    readonly sha256: string,
    private readonly played: Played,
    private from: PlayedFrom,
    private readonly feeds: PlayoutFeeds,
    private readonly onOver: (end: PlayoutEnd | undefined) => void,
  ) {
    // Looked out for from now on: what begins may be quicker than what tells the worker to look.
    this.seen = this.firstPicture(feeds.video.producer);
    this.seen.catch(() => undefined);
    this.ffmpeg = this.ready();
    for (const [, { producer }] of this.tracks)
      onClose(producer, () => this.end('its producer was closed or its media worker died'));
  }

  get tracks(): [WatchedKind, PlainFeed][] {
    const { audio, video, small } = this.feeds;
    return [
      ['audio', audio],
      ['video', video],
      ...(small ? [['small-video', small] as [WatchedKind, PlainFeed]] : []),
    ];
  }

  /**
   * Resolves when the first picture is on its way. What plays already plays on.
   * @throws {Fault} `unavailable` when it ends before
   */
  play(from: PlayedFrom): Promise<void> {
    this.begun ??= this.begin(from);
    return this.begun;
  }

  stop(): void {
    this.end(undefined);
  }

  private begin(from: PlayedFrom): Promise<void> {
    const { loop, positionSeconds } = this.from;
    if (from.loop !== loop || from.positionSeconds !== positionSeconds) {
      this.ffmpeg?.stop();
      this.ffmpeg = null;
      this.from = from;
    }
    if (!this.over) {
      (this.ffmpeg ??= this.ready()).play();
      void this.watch();
    }
    return this.seen;
  }

  private ready(): Ffmpeg {
    const { audio, video, small } = this.feeds;
    const { bin, realTime, file, small: smallFile } = this.played;
    const { loop, positionSeconds } = this.from;
    return Ffmpeg.ready(
      {
        bin,
        realTime,
        file,
        small: small && smallFile !== null ? { file: smallFile, target: small.target } : null,
        loop,
        positionSeconds,
        audio: audio.target,
        video: video.target,
      },
      (fault) => {
        if (this.begun) this.end(fault);
        else this.ffmpeg = null;
      },
    );
  }

  private async watch(): Promise<void> {
    const producers = this.tracks.map(([, { producer }]) => producer);
    await standsStill(producers, this.watching.signal).then(
      () => this.end('its player stands still'),
      () => undefined, // It has ended.
    );
  }

  private async firstPicture(producer: types.Producer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Fault('unavailable', `it cannot be played: ${why}`));
      if (this.over) return fail(this.over.why);
      this.endings.push(fail);
      producer.once('trace', () => resolve());
      producer.enableTraceEvent(['keyframe']).catch(() => undefined); // It is closed, which ends all this.
    });
    this.firstPictureAt = performance.now();
    await producer.enableTraceEvent([]).catch(() => undefined);
  }

  private end(fault: string | null | undefined): void {
    if (this.over) return;
    this.over = { why: fault ?? 'it was stopped' };
    this.watching.abort();
    this.ffmpeg?.stop();
    for (const [, feed] of this.tracks) feed.close();
    for (const ending of this.endings) ending(this.over.why);
    this.onOver(fault === undefined ? undefined : { fault, positionSeconds: this.position });
  }

  private get position(): number {
    const { from, firstPictureAt } = this;
    return from.positionSeconds + (firstPictureAt === null ? 0 : (performance.now() - firstPictureAt) / 1000);
  }
}
