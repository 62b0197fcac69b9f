import { trackKinds, type FeedReferenceDto, type StartPlayoutDto } from '@manyhalls/contracts';
import type { FileStore } from '../files/file-store';
import type { SessionRouter, Sessions } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Tracks } from '../tracks/tracks';
import { openPlainFeed } from './plain-feed';
import { Playout } from './playout';

/** Files played into sessions; at most one for each feed. */
export class Playouts {
  private readonly playing = new Map<string, Playout>();
  private readonly starting = new Map<string, Promise<void>>();

  constructor(
    private readonly settings: NodeEngineSettings,
    private readonly sessions: Sessions,
    private readonly tracks: Tracks,
    private readonly files: FileStore,
    private readonly tell: Tell,
  ) {}

  /**
   * Plays a file as the feed's tracks; nothing happens when that generation of it is playing already.
   * @throws {Fault} `unavailable` when the file cannot be had, `conflict` when a newer generation is here.
   */
  async start(wanted: StartPlayoutDto): Promise<void> {
    const { feedId, generation, file } = wanted;
    const present = this.playing.get(feedId);
    if (present?.generation === generation && present.sha256 === file.sha256) return;
    this.refuseOlder(wanted);
    const key = [feedId, generation, file.sha256].join(' ');
    await shared(this.starting, key, () => this.begin(wanted).finally(() => this.starting.delete(key)));
  }

  stop({ feedId }: FeedReferenceDto): void {
    this.playing.get(feedId)?.stop();
  }

  stopAll(): void {
    for (const playout of this.playing.values()) playout.stop();
  }

  private refuseOlder({ feedId, generation }: StartPlayoutDto): void {
    for (const kind of trackKinds) this.tracks.refuseOlder({ feedId, kind }, generation);
  }

  private async begin(wanted: StartPlayoutDto): Promise<void> {
    const file = await this.files.ensure(wanted.file);
    const { home, release } = await this.sessions.hold(wanted.sessionId);
    let playout: Playout;
    try {
      playout = await this.prepare(wanted, home, release);
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
    playout.play({ bin: this.settings.ffmpegBin ?? 'ffmpeg', file, loop: wanted.loop });
  }

  private async prepare(wanted: StartPlayoutDto, home: SessionRouter, release: () => void): Promise<Playout> {
    const { sessionId, feedId, generation } = wanted;
    const audio = await openPlainFeed(home.router, 'audio', this.settings.pipePorts);
    try {
      const video = await openPlainFeed(home.router, 'video', this.settings.pipePorts);
      const playout = new Playout(generation, wanted.file.sha256, { audio, video }, (fault) => {
        release();
        if (this.playing.get(feedId) === playout) this.playing.delete(feedId);
        if (fault !== undefined) this.tell('playout:ended', { sessionId, feedId, generation, fault });
      });
      return playout;
    } catch (error) {
      audio.close();
      throw error;
    }
  }

  private replace(wanted: StartPlayoutDto, home: SessionRouter, playout: Playout): void {
    this.refuseOlder(wanted);
    const { feedId, generation } = wanted;
    this.playing.get(feedId)?.stop();
    this.playing.set(feedId, playout);
    for (const kind of trackKinds) {
      const { producer } = playout.feeds[kind];
      this.tracks.put({ feedId, kind, generation, origin: { by: 'playout' }, home, producer });
    }
  }
}
