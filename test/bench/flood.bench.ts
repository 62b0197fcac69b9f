/** What other people feel of one person who floods the chat: `npm run bench -- flood`. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { letFlood } from './chat/abuser';
import { Audience } from './chat/audience';
import { messageText } from './chat/message';
import { now } from './lib/clock';
import { LivePeer } from './lib/product/live-peer';
import { Product } from './lib/product/product';
import { Stage } from './lib/product/stage';
import { runBench } from './lib/report';
import { median, percentile } from './lib/statistics';

const PEOPLE = 200;
/** Of all of them together. */
const PER_SECOND = 20;
const FLOOD_PER_SECOND = 1000;
const ROUNDS = 5;
const WINDOW_MS = 10_000;
const SETTLE_MS = 1000;
/** Those who only read. */
const READERS = 20;

interface Felt {
  acknowledged: number;
  delivered: number;
}

void runBench('flood', async (bench) => {
  const { defer, say, tell } = bench;
  const product = await Product.start(bench, []);
  const stage = await Stage.set(product, 'jinan', defer);
  const people: LivePeer[] = [];
  while (people.length < PEOPLE) people.push(await stage.joinAsAttendee(defer));
  const url = `${product.url}/live`;
  const readers = new Audience(defer);
  const { ticket: reader } = await stage.newAttendee();
  await readers.seat(
    url,
    Array.from({ length: READERS }, () => reader),
    stage.sessionId,
  );

  /** The 99th percentiles of one window, in milliseconds. */
  const feel = async (): Promise<Felt> => {
    await wait(SETTLE_MS);
    await readers.deliveries();
    const waits: Promise<number>[] = [];
    for (let message = 0; message < (PER_SECOND * WINDOW_MS) / 1000; message += 1) {
      waits.push(acknowledgement(people[message % PEOPLE] as LivePeer));
      await wait(1000 / PER_SECOND);
    }
    const acknowledged = percentile(await Promise.all(waits), 0.99);
    await wait(SETTLE_MS);
    const { latencies } = await readers.deliveries();
    return { acknowledged, delivered: percentile(latencies, 0.99) };
  };

  const calm: Felt[] = [];
  const flooded: Felt[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    calm.push(await feel());
    const { ticket } = await stage.newAttendee();
    const order = { url, ticket, sessionId: stage.sessionId, perSecond: FLOOD_PER_SECOND };
    const abuser = await letFlood(order, defer);
    flooded.push(await feel());
    const { sent } = await abuser.stop();
    say(
      `round ${round + 1}: ${sent} messages of one person, ${JSON.stringify([calm.at(-1), flooded.at(-1)])}`,
    );
  }
  for (const felt of ['acknowledged', 'delivered'] as const) {
    const without = median(calm.map((round) => round[felt]));
    tell({
      metric: `${felt}-p99-beside-a-flood`,
      value: median(flooded.map((round) => round[felt])),
      unit: 'ms',
      baseline: without,
      target: Math.max(1.5 * without, without + 20),
    });
  }
});

async function acknowledgement(person: LivePeer): Promise<number> {
  const at = now();
  await person.ask('chat:send', {
    channel: 'audience',
    clientMessageId: randomUUID(),
    text: messageText(),
    language: 'en',
  });
  return now() - at;
}
