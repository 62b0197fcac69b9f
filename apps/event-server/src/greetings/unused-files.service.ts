import { Injectable, Logger } from '@nestjs/common';
import { MediaFiles } from '../media-files/media-files.service';
import { inBackground } from '../wire/in-background';
import type { Greeting } from './greeting';
import { GreetingRows } from './greeting-rows.service';
import { Originals } from './originals.service';

const inTheMaking = ['uploaded', 'processing'] as const;

/** Throws away what was sent in, and what was made of it, once no greeting names it any more. */
@Injectable()
export class UnusedFiles {
  private readonly logger = new Logger('Greetings');

  constructor(
    private readonly rows: GreetingRows,
    private readonly originals: Originals,
    private readonly files: MediaFiles,
  ) {}

  /**
   * Never rejects: what stays takes room, and does no other harm.
   * @param greeting as it was before what is stored now, which names other files, or is no more
   */
  async discard({ original, files }: Pick<Greeting, 'original' | 'files'>): Promise<void> {
    await inBackground(this.logger, async () => {
      // What is being made of the same video may be the same files, which are not named yet.
      if (original && (await this.rows.isOriginal(original.sha256, inTheMaking))) return;
      for (const { sha256 } of files ? [files.large, files.small, files.poster] : [])
        if (!(await this.rows.isMade(sha256))) await this.files.discard(sha256);
      if (original && !(await this.rows.isOriginal(original.sha256)))
        await this.originals.discard(original.sha256);
    });
  }
}
