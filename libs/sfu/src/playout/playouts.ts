import {
  Fault,
  type FeedReferenceDto,
  type PreparePlayoutDto,
  type StartPlayoutDto,
} from '@manyhalls/contracts';
import type { FileStore } from '../files/file-store';
import type { SessionRouter, Sessions } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Tracks } from '../tracks/tracks';
import { openPlayoutFeeds } from './plain-feed';
import { Playout, type PlayedFiles } from './playout';
import { realTimeArguments } from './real-time';

const kinds = ['audio', 'video', 'small-video'] as const;

/** Files played into sessions; at most one for each feed. */
export class Playouts {
  private readonly present = new Map<string, Playout>();
  private readonly preparing = new Map<string, Promise<void>>();

  constructor(
    private readonly settings: NodeEngineSettings,
    private readonly sessions: Sessions,
    private readonly tracks: Tracks,
    private readonly files: FileStore,
    private readonly tell: Tell,
  ) {}

  /**
   * Makes the feed's tracks; nothing happens when that generation of it is here already.
   * @throws {Fault} `unavailable` when the file cannot be had, `conflict` when a newer generation is here.
   */
  async prepare(wanted: PreparePlayoutDto): Promise<void> {
    if (this.find(wanted)) return;
    this.refuseOlder(wanted);
    const key = [wanted.feedId, wanted.generation, wanted.file.sha256].join(' ');
    await shared(this.preparing, key, () => this.open(wanted).finally(() => this.preparing.delete(key)));
  }

  /**
   * Plays a file as the feed's tracks, prepared or not; what plays already plays on.
   * @throws {Fault} as `prepare` does, and `unavailable` when it cannot be played.
   */
  async start(wanted: StartPlayoutDto): Promise<void> {
    await this.prepare(wanted);
    const playout = this.find(wanted);
    if (!playout) throw new Fault('conflict', 'it was stopped, or gave way to a newer generation, meanwhile');
    await playout.play(this.bin, wanted.loop, wanted.positionSeconds);
  }

  stop({ feedId }: FeedReferenceDto): void {
    this.present.get(feedId)?.stop();
  }

  stopAll(): void {
    for (const playout of this.present.values()) playout.stop();
  }

  private get bin(): string {
    return this.settings.ffmpegBin ?? 'ffmpeg';
  }

  private find({ feedId, generation, file }: PreparePlayoutDto): Playout | undefined {
    const playout = this.present.get(feedId);
    return playout?.generation === generation && playout.sha256 === file.sha256 ? playout : undefined;
  }

  private refuseOlder({ feedId, generation }: PreparePlayoutDto): void {
    for (const kind of kinds) this.tracks.refuseOlder({ feedId, kind }, generation);
  }

  private async open(wanted: PreparePlayoutDto): Promise<void> {
    // Known by the time it is to begin.
    void realTimeArguments(this.bin);
    const [file, small] = await Promise.all([
      this.files.ensure(wanted.file),
      wanted.smallFile && this.files.ensure(wanted.smallFile),
    ]);
    const { home, release } = await this.sessions.hold(wanted.sessionId);
    let playout: Playout;
    try {
      playout = await this.make(wanted, { file, small }, home, release);
    } catch (error) {
      release();
      throw error;
    }
    try {
      this.replace(wanted, home, playout);
    } catch (error) {
      playout.stop();
      throw error;
    }
  }

  private async make(
    { sessionId, feedId, generation, file: { sha256 } }: PreparePlayoutDto,
    files: PlayedFiles,
    home: SessionRouter,
    release: () => void,
  ): Promise<Playout> {
    const feeds = await openPlayoutFeeds(home.router, files.small !== null, this.settings.pipePorts);
    const playout = new Playout(generation, sha256, files, feeds, (end) => {
      release();
      if (this.present.get(feedId) === playout) this.present.delete(feedId);
      if (end) this.tell('playout:ended', { sessionId, feedId, generation, ...end });
    });
    return playout;
  }

  private replace(wanted: PreparePlayoutDto, home: SessionRouter, playout: Playout): void {
    this.refuseOlder(wanted);
    const { feedId, generation } = wanted;
    this.present.get(feedId)?.stop();
    this.present.set(feedId, playout);
    for (const [kind, { producer }] of playout.tracks)
      this.tracks.put({ feedId, kind, generation, origin: { by: 'playout' }, home, producer });
  }
}
