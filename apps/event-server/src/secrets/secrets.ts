import { createHmac } from 'node:crypto';

/** What every event-server of an installation knows and nobody else. */
export class Secrets {
  constructor(
    /** Signs tickets (HMAC-SHA-256). */
    readonly signing: Uint8Array,
    /** A media node that dials in proves itself by this. */
    readonly node: string,
  ) {}

  /** The same 43 characters (base64url, 256 bits) for the same purpose, always; not to be guessed from outside. */
  derive(purpose: string): string {
    return createHmac('sha256', this.signing).update(purpose).digest('base64url');
  }
}
