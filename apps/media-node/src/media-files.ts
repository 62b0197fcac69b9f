import { Readable } from 'node:stream';

/** How long a server may take to begin its answer, in milliseconds. */
const answerWithinMs = 10_000;

/**
 * Opens a media file at the first event-server that gives it.
 * @param path relative to the server; it cannot lead to another host.
 * @throws {Error} when none gives it; the message is of the last one asked.
 */
export async function openMediaFile(
  path: string,
  servers: readonly string[],
  secret: string,
): Promise<Readable> {
  let lastError: unknown = new Error('there is no event-server to fetch it from');
  for (const server of servers) {
    try {
      return await open(new URL(path, server), server, secret);
    } catch (error) {
      lastError = error;
    }
  }
  throw lastError;
}

async function open(address: URL, server: string, secret: string): Promise<Readable> {
  if (address.origin !== new URL(server).origin) throw new Error('the path leads to another host');
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(new Error('the server did not answer')), answerWithinMs);
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${secret}` },
      redirect: 'error',
      signal: tooLate.signal,
    });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    return Readable.from(response.body);
  } finally {
    clearTimeout(timer);
  }
}
