import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Injectable } from '@nestjs/common';
import type { OfficeGreetingDto } from '@manyhalls/contracts';
import { Config } from '../../config/config';

/**
 * Where uploads grow until they are whole. Each is named by an id that we make; what an office calls its file is kept
 * beside it, in words. Nothing expires by itself: tus would delete what is finished, too.
 */
@Injectable()
export class UploadFolder {
  readonly path: string;
  private opened: Promise<FileStore> | null = null;

  constructor(config: Config) {
    this.path = resolve(config.dataDir, 'greetings', 'uploads');
  }

  /** Once the folder is there: the store ends the process when it cannot make it. */
  async store(): Promise<FileStore> {
    this.opened ??= mkdir(this.path, { recursive: true })
      .then(() => new FileStore({ directory: this.path }))
      .catch((error: unknown) => {
        this.opened = null;
        throw error;
      });
    return this.opened;
  }

  placeOf(uploadId: string): string {
    return join(this.path, uploadId);
  }

  /** How far an upload is; `null` when there is none. */
  async describe(uploadId: string): Promise<OfficeGreetingDto['upload']> {
    const store = await this.store();
    const upload = await store.getUpload(uploadId).catch(() => null);
    if (!upload) return null;
    const { offset, size: bytes = 0, metadata } = upload;
    return { id: uploadId, name: metadata?.['filename'] ?? '', bytes, offset };
  }

  async remove(uploadId: string): Promise<void> {
    const store = await this.store();
    await store.remove(uploadId).catch(() => {});
  }
}
