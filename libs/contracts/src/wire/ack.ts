import type { ErrorCode } from './error-code';

/** What the one who sent a bad request is told. */
export interface WireError {
  code: ErrorCode;
  /** English, for logs and crews; the browser shows its own words for `code`. */
  message: string;
  /** With `bad-request`: the fields at fault. With `conflict`: the present state. */
  details?: Record<string, unknown>;
}

/** Every request over a socket is answered by exactly one of these. */
export type Ack<Data> = { ok: true; data: Data } | { ok: false; error: WireError };
