import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { decode, MediaFileDto } from '@manyhalls/contracts';
import { Config } from '../config/config';
import { ClipsService } from '../feeds/clips.service';
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
    this.shows.changed.subscribe(({ before, after }) => {
      if (after.session.id === seed.plenary.id) this.attempt(() => this.follow(before, after));
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
    const id = await this.clips.open(sessionId, venue.id, `${recipe.city} (demo)`, file);
    await this.stepAsideOrBack(sessionId, id, venue.id);
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

  /** Only when a host comes or goes: a clip that the crew took off the air stays off. */
  private async follow(before: Show, after: Show): Promise<void> {
    for (const { id, source, venueId } of after.feeds)
      if (
        source === 'clip' &&
        venueId !== null &&
        hasRealCamera(before, venueId) !== hasRealCamera(after, venueId)
      )
        await this.stepAsideOrBack(after.session.id, id, venueId);
  }

  /** A hall whose host is on air with a camera needs no clip. */
  private async stepAsideOrBack(sessionId: string, clipId: string, venueId: string): Promise<void> {
    await this.clips.setState(sessionId, clipId, (show) =>
      hasRealCamera(show, venueId) ? 'green-room' : 'on-air',
    );
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

const hasRealCamera = ({ feeds }: Show, hall: string) =>
  feeds.some(({ source, state, venueId }) => source === 'camera' && state === 'on-air' && venueId === hall);
