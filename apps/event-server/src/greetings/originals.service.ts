import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

/** The files that were sent in, as they came, each named by its SHA-256. */
@Injectable()
export class Originals {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'greetings', 'originals');
  }

  /** Where a file is on this machine, whether or not it is there. */
  placeOf(sha256: string): string {
    return join(this.folder, sha256);
  }

  /** Takes in a file that has arrived whole. It stays where it was, too: if the server ends now, nothing is lost. */
  async take(file: string): Promise<{ sha256: string; bytes: number }> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const sha256 = hash.digest('hex');
    const { size: bytes } = await stat(file);
    await this.put(file, sha256);
    return { sha256, bytes };
  }

  /** Nothing happens where it is there. */
  async put(file: string, sha256: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await linkOrCopy(file, this.placeOf(sha256));
  }

  async discard(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }
}

/** A second name costs nothing; not every volume can give one. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await copyFile(from, to);
  }
}
