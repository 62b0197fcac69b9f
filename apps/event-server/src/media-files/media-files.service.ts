import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { MediaFileDto } from '@manyhalls/contracts';
import { MediaSettings } from '../media-plane/media-settings';

/** Files that nodes may play, each named by its SHA-256, so that a name can only ever mean one content. */
@Injectable()
export class MediaFiles {
  constructor(private readonly settings: MediaSettings) {}

  /** Where a file is on this machine, whether or not it is there. */
  placeOf(sha256: string): string {
    return join(this.settings.filesFolder, sha256);
  }

  /** Takes a finished file in. It must be on the same volume, and is gone from where it was. */
  async take(file: string): Promise<MediaFileDto> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const sha256 = hash.digest('hex');
    await mkdir(this.settings.filesFolder, { recursive: true });
    await rename(file, this.placeOf(sha256));
    const { size: bytes } = await stat(this.placeOf(sha256));
    return { sha256, bytes, path: `/api/media-files/${sha256}` };
  }

  /** Here; a node on another machine that has fetched it keeps its copy. */
  async discard(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  async has({ sha256, bytes }: MediaFileDto): Promise<boolean> {
    const found = await stat(this.placeOf(sha256)).catch(() => null);
    return found !== null && found.isFile() && found.size === bytes;
  }
}
