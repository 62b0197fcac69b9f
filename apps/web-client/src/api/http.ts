import { errorCodes } from '@manyhalls/contracts/wire/error-code';
import { Fault } from '@manyhalls/contracts/wire/fault';
import type { WireError } from '@manyhalls/contracts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: object;
  ticket?: string;
  signal?: AbortSignal;
}

/**
 * One HTTP request to the event-server.
 * @throws {Fault} with the server's code; `unavailable` when the server cannot be reached or answers unreadably.
 */
export async function http<Reply>(
  method: Method,
  path: string,
  { body, ticket, signal }: RequestOptions = {},
): Promise<Reply> {
  // What changes something is always sent as JSON: the server refuses the rest, as other sites could send it.
  const json = method === 'GET' ? undefined : JSON.stringify(body ?? {});
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(json && { 'Content-Type': 'application/json' }),
        ...(ticket && { Authorization: `Bearer ${ticket}` }),
      },
      ...(json && { body: json }),
      ...(signal && { signal }),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Fault('unavailable', 'The server cannot be reached.');
  }
  const reply = parse(text);
  if (response.ok) {
    if (reply === unreadable) throw new Fault('unavailable', 'The answer was not JSON.');
    return reply;
  }
  const error = isRefusal(reply) ? reply.error : null;
  throw error ? Fault.fromWire(error) : new Fault('unavailable', `HTTP status ${response.status}`);
}

const unreadable = Symbol('unreadable');

/** What stands in a body; nothing at all (204) counts as nothing, not as broken. */
function parse(text: string) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return unreadable;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isRefusal(reply: unknown): reply is { error: WireError } {
  if (!isRecord(reply) || !isRecord(reply.error)) return false;
  const { code, message } = reply.error;
  return errorCodes.some((known) => known === code) && typeof message === 'string';
}
