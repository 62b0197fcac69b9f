import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { nextGreetingState } from '@manyhalls/domain';
import { inBackground } from '../../wire/in-background';
import type { Greeting } from '../greeting';
import { GreetingChanges, type GreetingChange } from '../greeting-changes.service';
import { GreetingRows } from '../greeting-rows.service';
import { GreetingSubtitlesEntity } from '../greeting.entity';
import { Originals } from '../originals.service';
import { ProcessingService } from '../processing/processing.service';
import { UploadFolder } from './upload-folder.service';

/** How often whatever was left undone is looked for, in milliseconds. */
const sweepMs = 30_000;

/** How long parts of a file are kept after the link has stopped working, in milliseconds. */
const keptMs = 7 * 24 * 3600 * 1000;

/** What becomes of an upload that has arrived whole, also when the server ended at that very moment. */
@Injectable()
export class Finishing implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Uploads');
  private readonly underWay = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rows: GreetingRows,
    private readonly changes: GreetingChanges,
    private readonly folder: UploadFolder,
    private readonly originals: Originals,
    private readonly processing: ProcessingService,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void inBackground(this.logger, () => this.sweep()), sweepMs);
    void inBackground(this.logger, () => this.sweep());
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(this.underWay.values());
  }

  /** Takes the file over as the greeting's original and has it processed. However often it is asked, once. */
  async finish(greetingId: string, uploadId: string): Promise<void> {
    const present = this.underWay.get(uploadId);
    if (present) return present;
    const work = this.takeOver(greetingId, uploadId).finally(() => this.underWay.delete(uploadId));
    this.underWay.set(uploadId, work);
    return work;
  }

  private async takeOver(greetingId: string, uploadId: string): Promise<void> {
    const upload = await this.folder.describe(uploadId);
    if (!upload) return;
    const taken = await this.originals.take(this.folder.placeOf(uploadId));
    const original = { ...taken, name: upload.name, uploadedAt: new Date().toISOString() };
    await this.changes.change(greetingId, async ({ greeting, manager }) => {
      if (greeting.uploadId !== uploadId) return null;
      const state = nextGreetingState(greeting.state, 'upload');
      if (!state) return { uploadId: null };
      // Another video is spoken at other moments, and perhaps in other words.
      if (greeting.original?.sha256 !== original.sha256)
        await manager.delete(GreetingSubtitlesEntity, { greetingId });
      return { ...nothingMade, uploadId: null, state, original, job: greeting.job + 1 };
    });
    // Somebody else's same file may have been thrown away before this one was named.
    await this.originals.put(this.folder.placeOf(uploadId), taken.sha256);
    await this.folder.remove(uploadId);
    if (await this.rows.isOriginal(taken.sha256)) await this.processing.queue(greetingId);
    // Replaced or approved meanwhile.
    else await this.originals.discard(taken.sha256);
  }

  private async sweep(): Promise<void> {
    for (const greeting of await this.rows.find({ uploadId: Not(IsNull()) })) {
      const upload = greeting.uploadId && (await this.folder.describe(greeting.uploadId));
      if (upload && upload.offset === upload.bytes) await this.finish(greeting.id, upload.id);
      else if (upload && isGivenUp(greeting)) await this.folder.remove(upload.id);
    }
  }
}

/** Whether nobody will go on with an upload: its link has not worked for long, and was not made to work again. */
const isGivenUp = ({ revokedAt, expiresAt }: Greeting) =>
  Math.min(revokedAt?.getTime() ?? Infinity, expiresAt.getTime()) < Date.now() - keptMs;

/** Of a file that has just come. */
const nothingMade = {
  // Nobody of the crew.
  changedBy: null,
  progress: 0,
  refusal: null,
  note: null,
  files: null,
  trim: null,
  approvedSha256: null,
} satisfies GreetingChange;
