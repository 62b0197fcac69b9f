import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../../../apps/event-server/src/config/config';
import { ClipsService } from '../../../apps/event-server/src/feeds/clips.service';
import { MediaFiles } from '../../../apps/event-server/src/media-files/media-files.service';
import { makeClip } from '../../factories/clip';
import type { TestServer } from '../../factories/server';
import type { Forum } from './forum';
import { hallKeys, tones, type HallKey } from './halls';

/**
 * These halls play a clip, on air, from the node of their own city, with the tone that is theirs: a camera needs a page,
 * and much of the machine.
 * @returns the feeds, by the hall's key
 */
export async function openDemoHalls(
  server: TestServer,
  { event }: Forum,
  sessionId: string,
  halls = hallKeys,
): Promise<Record<HallKey, string>> {
  const folder = join(server.get(Config).dataDir, 'clips-made');
  await mkdir(folder, { recursive: true });
  const clips = server.get(ClipsService);
  const feeds = {} as Record<HallKey, string>;
  for (const hall of halls) {
    const venue = event.venues.find(({ key }) => key === hall);
    const { sha256 } = await makeClip(folder, 4, { size: '320x180', tone: tones[hall] });
    const file = await server.get(MediaFiles).take(join(folder, sha256));
    feeds[hall] = await clips.open(sessionId, venue?.id ?? '', hall, file);
    await clips.setState(sessionId, feeds[hall], () => 'on-air');
  }
  return feeds;
}
