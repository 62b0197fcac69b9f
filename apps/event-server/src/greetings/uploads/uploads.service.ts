import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Server, type Upload } from '@tus/server';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Fault, type ErrorCode } from '@manyhalls/contracts';
import { isPlainFileName, maySendFile } from '@manyhalls/domain';
import { Config } from '../../config/config';
import { Announcements } from '../../database/announcements.service';
import { cleanText } from '../../wire/clean-text';
import type { Greeting } from '../greeting';
import { GreetingChanges } from '../greeting-changes.service';
import { GreetingRows } from '../greeting-rows.service';
import { Finishing } from './finishing.service';
import { UploadFolder } from './upload-folder.service';
import { UploadLocker } from './upload-locker';
import { uploadsStopped } from './uploads-stopped';

const longestName = 200;
/** What stays free on the volume, in bytes: Postgres and the programme's files may be on it, too. */
const spareBytes = 512 * 1024 ** 2;

/** Receiving files that resume after a cut: https://tus.io/protocols/resumable-upload */
@Injectable()
export class Uploads implements OnModuleInit {
  private readonly logger = new Logger('Uploads');
  /** By greeting. */
  private readonly underWay = new Map<string, Set<IncomingMessage>>();
  private tus: Promise<Server> | null = null;

  constructor(
    private readonly rows: GreetingRows,
    private readonly changes: GreetingChanges,
    private readonly folder: UploadFolder,
    private readonly finishing: Finishing,
    private readonly announcements: Announcements,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.announcements.listen(uploadsStopped, {
      heard: (greetingId) => this.cut(greetingId),
      // Whoever may go on resumes by itself.
      missedSome: () => [...this.underWay.keys()].forEach((greetingId) => this.cut(greetingId)),
    });
  }

  /**
   * Answers one request of an upload.
   * @param prove that the sender may; asked while the request can be cut already, so that no taking back is missed
   */
  async handle(
    greetingId: string,
    request: IncomingMessage,
    response: ServerResponse,
    prove: () => Promise<unknown>,
  ): Promise<void> {
    const requests = this.underWay.get(greetingId) ?? new Set();
    this.underWay.set(greetingId, requests.add(request));
    try {
      await prove();
      this.tus ??= this.open();
      await (await this.tus).handle(request, response);
    } finally {
      requests.delete(request);
      if (requests.size === 0) this.underWay.delete(greetingId);
    }
  }

  private async open(): Promise<Server> {
    const server = new Server({
      path: '/api/greetings',
      datastore: await this.folder.store(),
      locker: new UploadLocker(),
      lockDrainTimeout: 1,
      maxSize: this.config.greetingMaxBytes,
      allowedOrigins: [],
      namingFunction: () => randomUUID(),
      // What stands after a question mark names no upload.
      getFileIdFromRequest: ({ url }) => new URL(url).pathname.split('/').at(-1),
      generateUrl: ({ url }, { id }) => `/api/greetings/${greetingIn(url)}/uploads/${id}`,
      onUploadCreate: async ({ url }, upload) => ({ metadata: await this.begin(greetingIn(url), upload) }),
      onUploadFinish: async ({ url }, { id }) => {
        // What fails here is done by the next sweep; the file has arrived, and the office is told so.
        await this.finishing.finish(greetingIn(url), id).catch((error: unknown) => this.logger.warn(error));
        return {};
      },
      onResponseError: (_request, error) => (error instanceof Fault ? toAnswer(error) : undefined),
    });
    return server;
  }

  /** Makes this upload the greeting's only one. */
  private async begin(greetingId: string, upload: Upload): Promise<Upload['metadata']> {
    const { id: uploadId, size, metadata } = upload;
    const name = metadata?.['filename'] ?? '';
    if (size === undefined) throw new Fault('bad-request', 'say how large the file is');
    if (size === 0) throw new Fault('bad-request', 'the file is empty', { field: 'empty' });
    if (!isPlainFileName(name)) throw new Fault('bad-request', 'this is not a plain name', { field: 'name' });
    const { bavail, bsize } = await statfs(this.folder.path);
    if (bavail * bsize < size + (await this.awaited(greetingId)) + spareBytes)
      throw new Fault('unavailable', 'there is no room for this file', { field: 'room' });
    let replaced: string | null = null;
    await this.changes.change(greetingId, ({ greeting }) => {
      demandOpen(greeting);
      replaced = greeting.uploadId;
      return { uploadId };
    });
    if (replaced) await this.folder.remove(replaced);
    return { filename: cleanText(name).slice(0, longestName) };
  }

  /** What the uploads of other greetings may still bring, in bytes. */
  private async awaited(greetingId: string): Promise<number> {
    const others = await this.rows.find({
      id: Not(greetingId),
      uploadId: Not(IsNull()),
      revokedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    });
    const open = others.filter(({ state }) => maySendFile(state));
    const uploads = await Promise.all(open.map(({ uploadId }) => this.folder.describe(uploadId ?? '')));
    return uploads.reduce((sum, upload) => sum + (upload ? upload.bytes - upload.offset : 0), 0);
  }

  private cut(greetingId: string): void {
    for (const request of this.underWay.get(greetingId) ?? []) request.socket.destroy();
  }
}

/** @throws {Fault} `conflict` when the greeting takes no file any more */
export function demandOpen({ state }: Greeting): void {
  if (!maySendFile(state)) throw new Fault('conflict', 'the greeting is approved already', { state });
}

/** Ours: the address was taken apart by Nest before it came here. */
const greetingIn = (url: string) => new URL(url).pathname.split('/')[3] ?? '';

/** 507: there is no room. Other than with 503, trying again in a moment is of no use. */
const statuses: Partial<Record<ErrorCode, number>> = { conflict: 409, 'not-found': 404, unavailable: 507 };

const toAnswer = (fault: Fault) => ({
  status_code: statuses[fault.code] ?? 400,
  body: JSON.stringify({ error: fault.toWire() }),
});
