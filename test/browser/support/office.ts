import { readFile } from 'node:fs/promises';
import type { CueSpeakerDto, GreetingDto, Language } from '@manyhalls/contracts';
import { inviteOffice, readAsCrew, upload } from '../../factories/greetings';
import { ask } from '../../factories/http';
import type { TestServer } from '../../factories/server';
import { until } from '../../factories/until';
import type { Forum } from './forum';

/** An office is invited and sends this file, which is processed, given subtitles and approved, all through HTTP. */
export async function approvedFromOffice(
  server: TestServer,
  forum: Forum,
  file: string,
  { speaker, subtitles }: { speaker: CueSpeakerDto; subtitles: Partial<Record<Language, string>> },
): Promise<GreetingDto> {
  const { organiser, event } = forum;
  const office = await inviteOffice(server, forum, { speaker });
  const does = (method: string, step: string, body: object) =>
    ask<GreetingDto>(server, method, `events/${event.id}/greetings/${office.greeting.id}/${step}`, {
      ticket: organiser.ticket,
      body,
    });
  await upload(server, office, await readFile(file));
  await until(async () => {
    const { state, refusal } = await readAsCrew(server, forum, office);
    if (refusal) throw new Error(`the greeting was refused: ${refusal}`);
    return state === 'ready';
  });
  let greeting = await readAsCrew(server, forum, office);
  for (const [language, text] of Object.entries(subtitles))
    greeting = await does('PUT', `subtitles/${language}`, { version: greeting.version, text });
  const { version, file: watched } = greeting;
  return does('POST', 'approve', { version, sha256: watched?.sha256 });
}
