import type { TestServer } from './server';

/** A server here, or in another process. */
export type Reachable = Pick<TestServer, 'url'>;

export interface Call {
  /** Sent as JSON, unless it is text already. */
  body?: unknown;
  ticket?: string;
  headers?: Record<string, string>;
}

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** What a refusal looks like; a test that expects an answer says so by its type. */
export interface Refusal {
  error: { code: string; message: string; details?: Record<string, unknown> };
}

/** One HTTP request, as the browser's part would send it. */
export async function call<Body = Refusal>(
  server: Reachable,
  method: string,
  path: string,
  { body, ticket, headers }: Call = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${server.url}/api/${path}`, {
    method,
    headers: {
      ...(method !== 'GET' && { 'content-type': 'application/json' }),
      ...(ticket && { authorization: `Bearer ${ticket}` }),
      ...headers,
    },
    ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

/** The answer of a request that must succeed. */
export async function ask<Body>(
  server: Reachable,
  method: string,
  path: string,
  request: Call = {},
): Promise<Body> {
  const { status, body } = await call<Body>(server, method, path, request);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
