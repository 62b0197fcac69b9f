import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { decode, MediaFileDto } from '@manyhalls/contracts';
import { Config } from '../config/config';
import { ClipsService } from '../feeds/clips.service';
import type { Feed } from '../feeds/feed';
import { MediaFiles } from '../media-files/media-files.service';
import type { Show } from '../show/show';
import { ShowService } from '../show/show.service';
import type { Venue } from '../venues/venue';
import { makeClip, type ClipRecipe } from './clips/make-clip';
import { demoVenues } from './demo-event';
import type { DemoSeed } from './demo-seed.service';

/** Grows when clips look or sound different from the same recipe, so that old ones are made anew. */
const recipeVersion = 2;

/** Lets the demo's halls be live without a camera: each plays a clip until somebody real goes on air there. */
@Injectable()
export class DemoHalls implements OnApplicationShutdown {
  private readonly logger = new Logger('Demo');
  private readonly stopping = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly clips: ClipsService,
    private readonly files: MediaFiles,
    private readonly shows: ShowService,
  ) {}

  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** Returns at once: clips that have to be made first come on air one after the other. */
  open(seed: DemoSeed): void {
    this.shows.changed.subscribe(({ after }) => {
      if (after.session.id === seed.plenary.id) this.attempt(() => this.stepAside(after));
    });
    this.attempt(() => this.openAll(seed));
  }

  async close({ plenary }: DemoSeed): Promise<void> {
    await this.clips.closeAll(plenary.id);
  }

  private async openAll({ venues, plenary }: DemoSeed): Promise<void> {
    for (const { key, clip } of demoVenues) {
      const venue = venues.find((one) => one.key === key);
      if (venue && !this.stopping.signal.aborted) await this.openOne(plenary.id, venue, clip);
    }
  }

  private async openOne(sessionId: string, venue: Venue, recipe: ClipRecipe): Promise<void> {
    const file = (await this.madeBefore(recipe)) ?? (await this.make(recipe));
    await this.clips.open(sessionId, venue.id, `${recipe.city} (demo)`, file);
    await this.stepAside(await this.shows.read(sessionId));
  }

  private async madeBefore(recipe: ClipRecipe): Promise<MediaFileDto | null> {
    try {
      const note: unknown = JSON.parse(await readFile(this.noteOf(recipe), 'utf8'));
      const file = decode(MediaFileDto, note);
      return (await this.files.has(file)) ? file : null;
    } catch {
      return null;
    }
  }

  private async make(recipe: ClipRecipe): Promise<MediaFileDto> {
    this.logger.log(`making the clip of ${recipe.city}, once; this takes some seconds`);
    await mkdir(this.folder, { recursive: true });
    const part = `${this.noteOf(recipe)}.webm`;
    try {
      await makeClip(this.config.ffmpegBin ?? 'ffmpeg', recipe, part, this.stopping.signal);
      const file = await this.files.take(part);
      await writeFile(`${part}.note`, JSON.stringify(file));
      await rename(`${part}.note`, this.noteOf(recipe));
      return file;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** A hall whose host is on air with a camera needs no clip; it comes back when the host leaves. */
  private async stepAside({ session, feeds }: Show): Promise<void> {
    for (const clip of feeds.filter(({ source }) => source === 'clip')) {
      const state = feeds.some((feed) => isReal(feed, clip.venueId)) ? 'green-room' : 'on-air';
      if (clip.state !== state) await this.clips.setState(session.id, clip.id, state);
    }
  }

  private get folder(): string {
    return join(this.config.dataDir, 'demo-halls');
  }

  /** What was made of this very recipe. */
  private noteOf(recipe: ClipRecipe): string {
    const digest = createHash('sha256')
      .update(JSON.stringify([recipeVersion, recipe]))
      .digest('hex');
    return join(this.folder, `${recipe.city}-${digest.slice(0, 12)}.json`);
  }

  private attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) this.logger.warn(`a demo hall cannot play: ${String(error)}`);
    });
  }
}

const isReal = ({ source, state, venueId }: Feed, hall: string) =>
  source === 'camera' && state === 'on-air' && venueId === hall;
