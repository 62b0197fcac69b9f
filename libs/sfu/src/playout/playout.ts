import { onClose } from '../on-close';
import { Ffmpeg, type FfmpegJob } from './ffmpeg';
import type { PlainFeed } from './plain-feed';

/** One file being played into a session: ffmpeg, and the producers it feeds. All of it ends together. */
export class Playout {
  private ffmpeg: Ffmpeg | null = null;
  private over = false;

  /** @param onOver is called once, however it ends; `fault` is `undefined` when it was stopped on purpose. */
  constructor(
    readonly generation: number,
    readonly sha256: string,
    readonly feeds: { audio: PlainFeed; video: PlainFeed },
    private readonly onOver: (fault: string | null | undefined) => void,
  ) {
    for (const { producer } of Object.values(feeds)) {
      onClose(producer, () => this.end('its producer was closed or its media worker died'));
    }
  }

  play(job: Pick<FfmpegJob, 'bin' | 'file' | 'loop'>): void {
    const { audio, video } = this.feeds;
    this.ffmpeg = Ffmpeg.play({ ...job, audio: audio.target, video: video.target }, (fault) =>
      this.end(fault),
    );
  }

  stop(): void {
    this.end(undefined);
  }

  private end(fault: string | null | undefined): void {
    if (this.over) return;
    this.over = true;
    this.ffmpeg?.stop();
    for (const feed of Object.values(this.feeds)) feed.close();
    this.onOver(fault);
  }
}
