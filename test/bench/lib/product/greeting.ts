import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { GreetingDto } from '@manyhalls/contracts';
import { inviteOffice, readAsCrew, upload, type Office } from '../../../factories/greetings';
import { ask } from '../../../factories/http';
import { record, type Recording } from '../recording';
import type { Product } from './product';
import type { Stage } from './stage';

/** An office sends a recording through its private link. It is processed as soon as there is time. */
export async function sendGreeting(
  product: Product,
  { event }: Stage,
  recording: Recording,
): Promise<Office> {
  const office = await inviteOffice(product, { organiser: product.organiser, event });
  const folder = await mkdtemp(join(tmpdir(), 'manyhalls-bench-'));
  try {
    const file = join(folder, 'greeting.mp4');
    await record(recording, file);
    await upload(product, office, await readFile(file));
  } finally {
    await rm(folder, { recursive: true });
  }
  return office;
}

/** Sent, processed, approved, and on every node. */
export async function approvedGreeting(
  product: Product,
  stage: Stage,
  recording: Recording,
): Promise<GreetingDto> {
  const sample = { organiser: product.organiser, event: stage.event };
  const office = await sendGreeting(product, stage, recording);
  const until = async (done: (greeting: GreetingDto) => boolean) => {
    for (;;) {
      const greeting = await readAsCrew(product, sample, office);
      if (greeting.state === 'refused') throw new Error(`the greeting was refused: ${greeting.refusal}`);
      if (done(greeting)) return greeting;
      await wait(200);
    }
  };
  const { id, version, file } = await until(({ state }) => state === 'ready');
  await ask(product, 'POST', `events/${stage.event.id}/greetings/${id}/approve`, {
    ticket: product.organiser.ticket,
    body: { version, sha256: file?.sha256 },
  });
  return until(({ nodes }) => nodes.every(({ present }) => present));
}
