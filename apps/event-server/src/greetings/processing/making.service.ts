import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config';
import { MediaFiles } from '../../media-files/media-files.service';
import type { Greeting, GreetingFiles } from '../greeting';
import { Originals } from '../originals.service';
import { UnusedFiles } from '../unused-files.service';
import { JobNews } from './job-news.service';
import type { GreetingJob } from './job-queue.service';
import { RefusedFile } from './refused-file';
import { transcode, type MadeFile } from './transcode';

/** Does a job: makes the files, or says why not. */
@Injectable()
export class Making {
  private readonly logger = new Logger('Greetings');

  constructor(
    private readonly config: Config,
    private readonly news: JobNews,
    private readonly originals: Originals,
    private readonly files: MediaFiles,
    private readonly unused: UnusedFiles,
  ) {}

  /** @throws what may go better another time */
  async make(job: GreetingJob, signal: AbortSignal): Promise<void> {
    const greeting = await this.news.begin(job);
    if (!greeting) return;
    const obsolete = new AbortController();
    const progress = this.news.progress(job, () => obsolete.abort());
    const watched = AbortSignal.any([signal, obsolete.signal]);
    const folder = resolve(this.config.dataDir, 'greetings', 'work', `${job.greetingId}-${job.job}`);
    try {
      // Something is there when a server died in the middle of this job.
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const files = await this.makeFiles(greeting, folder, watched, progress.take);
      await progress.end();
      if (!(await this.news.finish(job, files)))
        await this.unused.discard({ original: greeting.original, files });
    } catch (error) {
      if (obsolete.signal.aborted) return;
      if (!(error instanceof RefusedFile)) throw error;
      this.logger.log(`greeting ${job.greetingId} is refused as ${error.refusal}: ${error.message}`);
      await this.news.refuse(job, error.refusal);
    } finally {
      await progress.end();
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async makeFiles(
    { id, original, trim }: Greeting,
    folder: string,
    signal: AbortSignal,
    onProgress: (percent: number) => void,
  ): Promise<GreetingFiles> {
    if (!original) throw new Error(`greeting ${id} has no original`);
    const { large, small, poster, lengthSeconds, originalSeconds } = await transcode({
      ffmpegBin: this.config.ffmpegBin ?? 'ffmpeg',
      original: resolve(this.originals.placeOf(original.sha256)),
      trim,
      longestSeconds: this.config.greetingMaxSeconds,
      folder,
      signal,
      onProgress,
    });
    const take = async ({ file, width, height }: MadeFile) => ({
      ...(await this.files.take(file)),
      width,
      height,
      lengthSeconds,
    });
    return {
      large: await take(large),
      small: await take(small),
      poster: await this.files.take(poster),
      originalSeconds,
    };
  }
}
