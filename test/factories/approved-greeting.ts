import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFileDto } from '@manyhalls/contracts';
import { Config } from '../../apps/event-server/src/config/config';
import type { Rendition } from '../../apps/event-server/src/greetings/greeting';
import { GreetingChanges } from '../../apps/event-server/src/greetings/greeting-changes.service';
import { GreetingsService } from '../../apps/event-server/src/greetings/greetings.service';
import { MediaFiles } from '../../apps/event-server/src/media-files/media-files.service';
import { makeClip } from './clip';
import type { TestServer } from './server';

export interface ApprovedGreeting {
  id: string;
  large: MediaFileDto;
}

/** A greeting that may be played, past upload, processing and review. */
export async function approvedGreeting(
  server: TestServer,
  eventId: string,
  seconds: number,
): Promise<ApprovedGreeting> {
  const { greeting } = await server.get(GreetingsService).invite(eventId, {
    speaker: { name: { en: 'The Governor' }, institution: { en: 'Office of the Governor' } },
    language: 'en',
  });
  const { dataDir } = server.get(Config);
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, 'made-'));
  const large = await rendition(server, folder, seconds, '320x180');
  const small = await rendition(server, folder, seconds, '160x90');
  const picture = join(folder, 'poster');
  await writeFile(picture, randomUUID());
  const poster = await server.get(MediaFiles).take(picture);
  await server.get(GreetingChanges).change(greeting.id, () => ({
    state: 'approved',
    files: { large, small, poster, originalSeconds: seconds },
    approvedSha256: large.sha256,
  }));
  return { id: greeting.id, large };
}

async function rendition(
  server: TestServer,
  folder: string,
  seconds: number,
  size: string,
): Promise<Rendition> {
  const { sha256 } = await makeClip(folder, seconds, { size });
  const made = join(folder, 'made');
  await rename(join(folder, sha256), made);
  const [width, height] = size.split('x').map(Number) as [number, number];
  return { ...(await server.get(MediaFiles).take(made)), lengthSeconds: seconds, width, height };
}
