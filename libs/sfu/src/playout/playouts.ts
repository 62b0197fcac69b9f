import { Fault, type PlayoutDto, type StopPlayoutDto } from '@manyhalls/contracts';
import type { FileStore } from '../files/file-store';
import type { SessionRouter, Sessions } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Tracks } from '../tracks/tracks';
import { openPlayoutFeeds } from './plain-feed';
import { Playout, type Played } from './playout';
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
   * Makes the feed's tracks, and a player ready that waits; nothing happens when that generation of it is here already.
   * @throws {Fault} `unavailable` when the file cannot be had, `conflict` when a newer generation is here.
   */
  async prepare(wanted: PlayoutDto): Promise<void> {
    if (this.find(wanted)) return;
    this.refuseOlder(wanted);
    const key = [wanted.feedId, wanted.generation, wanted.file.sha256].join(' ');
    await shared(this.preparing, key, () => this.open(wanted).finally(() => this.preparing.delete(key)));
  }

  /**
   * Plays a file as the feed's tracks, prepared or not; what plays already plays on.
   * @throws {Fault} as `prepare` does, and `unavailable` when it cannot be played.
   */
  async start(wanted: PlayoutDto): Promise<void> {
    await this.prepare(wanted);
    const playout = this.find(wanted);
    if (!playout) throw new Fault('conflict', 'it was stopped, or gave way to a newer generation, meanwhile');
    await playout.play(wanted);
  }

  stop({ feedId, generation }: StopPlayoutDto): void {
    const playout = this.present.get(feedId);
    if (generation === undefined || playout?.generation === generation) playout?.stop();
  }

  stopAll(): void {
    for (const playout of this.present.values()) playout.stop();
  }

  private find({ feedId, generation, file }: PlayoutDto): Playout | undefined {
    const playout = this.present.get(feedId);
    return playout?.generation === generation && playout.sha256 === file.sha256 ? playout : undefined;
  }

  private refuseOlder({ feedId, generation }: PlayoutDto): void {
    for (const kind of kinds) this.tracks.refuseOlder({ feedId, kind }, generation);
  }

  private async open(wanted: PlayoutDto): Promise<void> {
    const bin = this.settings.ffmpegBin ?? 'ffmpeg';
    const [realTime, file, small] = await Promise.all([
      realTimeArguments(bin),
      this.files.ensure(wanted.file),
      wanted.smallFile && this.files.ensure(wanted.smallFile),
    ]);
    const { home, release } = await this.sessions.hold(wanted.sessionId);
    let playout: Playout;
    try {
      playout = await this.make(wanted, { bin, realTime, file, small }, home, release);
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
    wanted: PlayoutDto,
    played: Played,
    home: SessionRouter,
    release: () => void,
  ): Promise<Playout> {
    const { sessionId, feedId, generation, file } = wanted;
    const feeds = await openPlayoutFeeds(home.router, played.small !== null, this.settings.pipePorts);
    const playout = new Playout(generation, file.sha256, played, wanted, feeds, (end) => {
      release();
      if (this.present.get(feedId) === playout) this.present.delete(feedId);
      if (end) this.tell('playout:ended', { sessionId, feedId, generation, ...end });
    });
    return playout;
  }

  private replace(wanted: PlayoutDto, home: SessionRouter, playout: Playout): void {
    this.refuseOlder(wanted);
    const { feedId, generation } = wanted;
    this.present.get(feedId)?.stop();
    this.present.set(feedId, playout);
    for (const [kind, { producer }] of playout.tracks)
      this.tracks.put({ feedId, kind, generation, origin: { by: 'playout' }, home, producer });
  }
}
