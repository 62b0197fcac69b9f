import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as send, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import type {
  CreateGreetingDto,
  GreetingDto,
  GreetingLinkDto,
  OfficeGreetingDto,
} from '@manyhalls/contracts';
import { GreetingChanges } from '../../apps/event-server/src/greetings/greeting-changes.service';
import { MediaFiles } from '../../apps/event-server/src/media-files/media-files.service';
import type { SampleEvent } from './event';
import { ask, call, type Reachable } from './http';
import { secretIn } from './people';
import type { TestServer } from './server';

export function greetingOf(more: Partial<CreateGreetingDto> = {}): CreateGreetingDto {
  return {
    speaker: { name: { en: 'Office of the Governor', ja: '知事室' }, title: { en: 'Governor' } },
    language: 'ja',
    ...more,
  };
}

/** An office that has opened its link. */
export interface Office {
  greeting: GreetingDto;
  secret: string;
  /** `name=secret`, as a browser sends it back below `/api/greetings/<id>`. */
  cookie: string;
}

/** Invites an office, which opens its link. */
export async function inviteOffice(
  server: Reachable,
  { organiser, event }: Pick<SampleEvent, 'organiser' | 'event'>,
  more: Partial<CreateGreetingDto> = {},
): Promise<Office> {
  const { greeting, link } = await ask<GreetingLinkDto>(server, 'POST', `events/${event.id}/greetings`, {
    ticket: organiser.ticket,
    body: greetingOf(more),
  });
  return { greeting, secret: secretIn(link), cookie: await openLink(server, secretIn(link)) };
}

/** @returns the cookie */
export async function openLink(server: Reachable, secret: string): Promise<string> {
  const { status, body, headers } = await call<OfficeGreetingDto>(server, 'POST', 'greetings/open', {
    body: { secret },
  });
  const cookie = headers.getSetCookie()[0]?.split(';')[0];
  if (status !== 200 || !cookie) throw new Error(`open: ${JSON.stringify(body)}`);
  return cookie;
}

export const readAsOffice = (server: Reachable, { greeting, cookie }: Office) =>
  ask<OfficeGreetingDto>(server, 'GET', `greetings/${greeting.id}`, { headers: { cookie } });

export async function readAsCrew(
  server: Reachable,
  { organiser, event }: Pick<SampleEvent, 'organiser' | 'event'>,
  { greeting }: Office,
): Promise<GreetingDto> {
  const { ticket } = organiser;
  const all = await ask<GreetingDto[]>(server, 'GET', `events/${event.id}/greetings`, { ticket });
  const found = all.find(({ id }) => id === greeting.id);
  if (!found) throw new Error('the greeting is gone');
  return found;
}

/** Bytes that no two of which are alike enough to hide a mistake in their order. */
export function randomFile(bytes: number): { bytes: Buffer; sha256: string } {
  const content = randomBytes(bytes);
  return { bytes: content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Sends a file as the browser's part does; resumes by itself when `uploadUrl` names an upload. */
export async function upload(
  server: Reachable,
  { greeting, cookie }: Office,
  file: Buffer,
  { name = 'greeting.mp4', uploadUrl = null as string | null } = {},
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    new Upload(file, {
      endpoint: `${server.url}/api/greetings/${greeting.id}/uploads`,
      uploadUrl,
      metadata: { filename: name },
      headers: { cookie },
      chunkSize: 1024 * 1024,
      retryDelays: null,
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}

const tusHeaders = { 'tus-resumable': '1.0.0' };

/** Begins an upload by hand. @returns its address */
export async function beginUpload(
  server: Reachable,
  { greeting, cookie }: Office,
  bytes: number,
  name = 'greeting.mp4',
): Promise<Response> {
  return fetch(`${server.url}/api/greetings/${greeting.id}/uploads`, {
    method: 'POST',
    headers: {
      ...tusHeaders,
      cookie,
      'upload-length': String(bytes),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
}

/** Announces the rest of a file, sends only `part`, and leaves the line open. */
export function sendPart(url: string, { cookie }: Office, part: Buffer, announced: number): ClientRequest {
  const request = send(url, {
    method: 'PATCH',
    headers: {
      ...tusHeaders,
      cookie,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(announced),
    },
  });
  request.on('error', () => {});
  request.write(part);
  return request;
}

/** How much of an upload has arrived. */
export async function offsetOf(url: string, { cookie }: Office): Promise<number> {
  const { headers, status } = await fetch(url, { method: 'HEAD', headers: { ...tusHeaders, cookie } });
  if (status !== 200) throw new Error(`HEAD: ${status}`);
  return Number(headers.get('upload-offset'));
}

/**
 * As processing leaves it: files are there, whatever is in them.
 * @returns the checksum that an approval names
 */
export async function makeReady(
  server: TestServer,
  { greeting }: Office,
  content: Buffer = randomBytes(5000),
): Promise<string> {
  const folder = await dataFolder();
  const take = async (bytes: Buffer) => {
    const file = join(folder.path, randomBytes(8).toString('hex'));
    await writeFile(file, bytes);
    return server.get(MediaFiles).take(file);
  };
  const facts = { lengthSeconds: 90, width: 1280, height: 720 };
  const large = { ...(await take(content)), ...facts };
  const small = { ...(await take(randomBytes(900))), ...facts };
  const files = { large, small, poster: await take(Buffer.from('a picture')), originalSeconds: 90 };
  await folder.remove();
  await server.get(GreetingChanges).change(greeting.id, () => ({ state: 'ready', files }));
  return large.sha256;
}

/** A data folder of a test's own. */
export async function dataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'manyhalls-greetings-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
