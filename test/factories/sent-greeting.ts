import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Greeting } from '../../apps/event-server/src/greetings/greeting';
import { demandStep, GreetingChanges } from '../../apps/event-server/src/greetings/greeting-changes.service';
import { GreetingRows } from '../../apps/event-server/src/greetings/greeting-rows.service';
import { GreetingsService } from '../../apps/event-server/src/greetings/greetings.service';
import { Originals } from '../../apps/event-server/src/greetings/originals.service';
import { ProcessingService } from '../../apps/event-server/src/greetings/processing/processing.service';
import type { TestServer } from './server';

const speaker = {
  name: { en: 'The Governor' },
  title: { en: 'Governor' },
  institution: { en: 'Office of the Governor' },
};

/** A greeting whose file has just arrived, past the upload. @returns its id */
export async function sendGreeting(
  server: TestServer,
  eventId: string,
  file: string,
  name = basename(file),
): Promise<string> {
  const { greeting } = await server.get(GreetingsService).invite(eventId, { speaker, language: 'en' });
  await sendAgain(server, greeting.id, file, name);
  return greeting.id;
}

/** Another file in the place of the one before. */
export async function sendAgain(
  server: TestServer,
  id: string,
  file: string,
  name = basename(file),
): Promise<void> {
  await store(server, id, file, name);
  await server.get(ProcessingService).queue(id);
}

/** As when a server ends before it has asked for the file to be worked on. */
export async function storeOnly(server: TestServer, eventId: string, file: string): Promise<string> {
  const { greeting } = await server.get(GreetingsService).invite(eventId, { speaker, language: 'en' });
  await store(server, greeting.id, file, basename(file));
  return greeting.id;
}

async function store(server: TestServer, id: string, file: string, name: string): Promise<void> {
  const { sha256, bytes } = await server.get(Originals).take(file);
  const uploadedAt = new Date().toISOString();
  await server.get(GreetingChanges).change(id, ({ greeting }) => ({
    state: demandStep(greeting, 'upload'),
    original: { sha256, bytes, name, uploadedAt },
    job: greeting.job + 1,
    refusal: null,
    uploadId: randomUUID(),
  }));
}

/** The greeting as soon as it is ready or refused. */
export async function processed(server: TestServer, id: string): Promise<Greeting> {
  for (;;) {
    const greeting = await server.get(GreetingRows).findOne({ id });
    if (greeting.state !== 'uploaded' && greeting.state !== 'processing') return greeting;
    await wait(100);
  }
}
