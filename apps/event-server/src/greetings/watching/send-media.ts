import { basename, dirname, resolve } from 'node:path';
import type { Response } from 'express';
import { Fault } from '@manyhalls/contracts';

/** Sends a file, or the range of it that was asked for: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests */
export async function sendMedia(response: Response, file: string, type: string): Promise<void> {
  await new Promise<unknown>((done, fail) => {
    const options = { root: resolve(dirname(file)), cacheControl: false, headers: { 'Content-Type': type } };
    response.sendFile(basename(file), options, (error?: NodeJS.ErrnoException & { status?: number }) => {
      // Whoever watches has jumped elsewhere, or gone.
      if (!error || response.headersSent) done(null);
      else if (error.code === 'ECONNABORTED') done(null);
      else if (error.status === 416) done(response.status(416).end());
      else fail(new Fault('unavailable', 'the file is not on this server'));
    });
  });
}
