import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault, type MediaFileDto, type Unplayable } from '@manyhalls/contracts';
import { shared } from '../shared';

/** For whoever is told why nothing is played. */
const absent: { unplayable: Unplayable } = { unplayable: 'not-on-node' };

/** The media files on this node, each named by its SHA-256, so that a name can only mean one content. */
export class FileStore {
  private readonly underWay = new Map<string, Promise<void>>();

  /** @param open opens a file that is not in the folder, by its path at an event-server. */
  constructor(
    private readonly folder: string,
    private readonly open?: (path: string) => Promise<Readable>,
  ) {}

  /**
   * Fetches the file where it is not here yet.
   * @returns where it is.
   * @throws {Fault} `unavailable` when it cannot be fetched, or what came is not what was promised.
   */
  async ensure(file: MediaFileDto): Promise<string> {
    const place = join(this.folder, file.sha256);
    if (await isThere(place, file.bytes)) return place;
    await shared(this.underWay, file.sha256, () =>
      this.fetch(file, place).finally(() => this.underWay.delete(file.sha256)),
    );
    return place;
  }

  /** Writes beside the final name and renames: a file with that name is always whole. */
  private async fetch({ sha256, bytes, path }: MediaFileDto, place: string): Promise<void> {
    if (!this.open) throw new Fault('unavailable', `media file ${sha256} is not on this node`, absent);
    await mkdir(this.folder, { recursive: true });
    const part = `${place}.${randomUUID()}.part`;
    const hash = createHash('sha256');
    let arrived = 0;
    try {
      await pipeline(
        await this.open(path),
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            arrived += chunk.length;
            if (arrived > bytes) throw new Error('it is longer than promised');
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(part),
      );
      if (arrived < bytes) throw new Error('it is shorter than promised');
      if (hash.digest('hex') !== sha256) throw new Error('its checksum is another');
      await rename(part, place);
    } catch (error) {
      await rm(part, { force: true });
      const reason = error instanceof Error ? error.message : String(error);
      throw new Fault('unavailable', `media file ${sha256} could not be fetched: ${reason}`, absent);
    }
  }
}

async function isThere(place: string, bytes: number): Promise<boolean> {
  const found = await stat(place).catch(() => null);
  return found !== null && found.isFile() && found.size === bytes;
}
