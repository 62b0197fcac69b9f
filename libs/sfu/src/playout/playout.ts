import type { types } from 'mediasoup';
import { Fault, type WatchedKind } from '@manyhalls/contracts';
import { onClose } from '../on-close';
import { Ffmpeg } from './ffmpeg';
import type { PlainFeed } from './plain-feed';
import { realTimeArguments } from './real-time';

/** Files on this node. */
export interface PlayedFiles {
  file: string;
  small: string | null;
}

export interface PlayoutFeeds {
  audio: PlainFeed;
  video: PlainFeed;
  small: PlainFeed | null;
}

export interface PlayoutEnd {
  fault: string | null;
  positionSeconds: number;
}

/** One file being played into a session, or about to be: ffmpeg, and the producers it feeds. All of it ends together. */
export class Playout {
  private ffmpeg: Ffmpeg | null = null;
  private begun: Promise<void> | null = null;
  private firstPosition = 0;
  /** On this process' monotonic clock; `null` before the first picture. */
  private firstPictureAt: number | null = null;
  private over: { why: string } | null = null;
  private readonly endings: ((why: string) => void)[] = [];

  /** @param onOver is called once, however it ends; with `undefined` when it was stopped on purpose. */
  constructor(
    readonly generation: number,
    readonly sha256: string,
    private readonly files: PlayedFiles,
    private readonly feeds: PlayoutFeeds,
    private readonly onOver: (end: PlayoutEnd | undefined) => void,
  ) {
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
  play(bin: string, loop: boolean, positionSeconds: number): Promise<void> {
    this.begun ??= this.begin(bin, loop, positionSeconds);
    return this.begun;
  }

  stop(): void {
    this.end(undefined);
  }

  private async begin(bin: string, loop: boolean, positionSeconds: number): Promise<void> {
    const { audio, video, small } = this.feeds;
    this.firstPosition = positionSeconds;
    const realTime = await realTimeArguments(bin);
    const seen = this.firstPicture(video.producer);
    if (!this.over)
      this.ffmpeg = Ffmpeg.play(
        {
          bin,
          realTime,
          file: this.files.file,
          small: small && this.files.small !== null ? { file: this.files.small, target: small.target } : null,
          loop,
          positionSeconds,
          audio: audio.target,
          video: video.target,
        },
        (fault) => this.end(fault),
      );
    await seen;
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
    this.ffmpeg?.stop();
    for (const [, feed] of this.tracks) feed.close();
    for (const ending of this.endings) ending(this.over.why);
    this.onOver(fault === undefined ? undefined : { fault, positionSeconds: this.position });
  }

  private get position(): number {
    const { firstPosition, firstPictureAt } = this;
    return firstPosition + (firstPictureAt === null ? 0 : (performance.now() - firstPictureAt) / 1000);
  }
}
