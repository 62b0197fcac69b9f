/** What storing, numbering and moderating adds to a bare broadcast: `npm run bench -- chat`. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { ChatChangedDto, MessageDto } from '@manyhalls/contracts';
import { startBareChat, type BareChat } from './bare/bare-chat';
import { Audience } from './chat/audience';
import { messageText } from './chat/message';
import type { LivePeer } from './lib/product/live-peer';
import { Product } from './lib/product/product';
import { Stage } from './lib/product/stage';
import { cpuSeconds } from './lib/processes';
import { runBench, type Bench, type Defer } from './lib/report';
import { median, percentile, sum } from './lib/statistics';

/** Sockets, and the messages a second that they all receive. */
const SIZES = [
  { sockets: 500, perSecond: 20 },
  { sockets: 2000, perSecond: 5 },
];
const ROUNDS = 3;
const WINDOW_MS = 5000;
const SETTLE_MS = 1500;
/** They come first, so that what is loaded and compiled once is not counted as theirs. */
const FIRST_SOCKETS = 100;
/** Enough people that nobody writes faster than a person may. */
const WRITERS = 40;
const TARGET_RATIO = 0.8;
const TARGET_BYTES_PER_SOCKET = 30_000;

interface Side {
  pid: number;
  heldBytes(): Promise<number>;
  /** Lets more sockets in. */
  seat(sockets: number): Promise<void>;
  /** Resolves when it is acknowledged. */
  send(text: string): Promise<unknown>;
  audience: Audience;
}

interface Window {
  sent: number;
  delivered: number;
  cpuSeconds: number;
  latencies: number[];
}

void runBench('chat', async (bench) => {
  const product = await productSide(bench);
  const bare = await bareSide(await startBareChat(bench.defer), await product.sample(), bench.defer);
  let seated = FIRST_SOCKETS;
  for (const side of [product, bare]) await fill(side, FIRST_SOCKETS);
  for (const { sockets, perSecond } of SIZES) {
    bench.say(`${sockets} sockets, ${perSecond} messages a second`);
    const memory = {
      product: await fill(product, sockets - seated),
      bare: await fill(bare, sockets - seated),
    };
    seated = sockets;
    const windows: { product: Window; bare: Window }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await during(product, perSecond);
      const second = await during(bare, perSecond);
      const third = await during(bare, perSecond);
      const fourth = await during(product, perSecond);
      windows.push({ product: together(first, fourth), bare: together(second, third) });
    }
    tellSize(bench, sockets, windows, memory);
  }
});

/** @returns bytes that the server holds for each new socket. */
async function fill(side: Side, sockets: number): Promise<number> {
  const before = await side.heldBytes();
  await side.seat(sockets);
  await wait(SETTLE_MS);
  return ((await side.heldBytes()) - before) / sockets;
}

async function during(side: Side, perSecond: number): Promise<Window> {
  await wait(SETTLE_MS);
  await side.audience.deliveries();
  const before = cpuSeconds(side.pid);
  const count = (perSecond * WINDOW_MS) / 1000;
  const sending: Promise<unknown>[] = [];
  for (let message = 0; message < count; message += 1) {
    sending.push(side.send(messageText()));
    await wait(1000 / perSecond);
  }
  await Promise.all(sending);
  await wait(SETTLE_MS);
  const { count: delivered, latencies } = await side.audience.deliveries();
  return { sent: count, delivered, latencies, cpuSeconds: cpuSeconds(side.pid) - before };
}

function tellSize(
  { tell }: Bench,
  sockets: number,
  windows: { product: Window; bare: Window }[],
  memory: { product: number; bare: number },
): void {
  const perCpuSecond = ({ delivered, cpuSeconds: used }: Window) => delivered / used;
  const ratio = median(windows.map((round) => perCpuSecond(round.product) / perCpuSecond(round.bare)));
  const at = (metric: string) => `${metric}-at-${sockets}`;
  const every = (side: 'product' | 'bare') => windows.map((round) => round[side]);
  tell({
    metric: at('delivered-per-cpu-second'),
    value: median(every('product').map(perCpuSecond)),
    unit: 'messages',
    baseline: median(every('bare').map(perCpuSecond)),
    target: null,
  });
  tell({
    metric: at('delivered-per-cpu-second-ratio'),
    value: ratio,
    unit: 'ratio',
    baseline: 1,
    target: TARGET_RATIO,
    ok: ratio >= TARGET_RATIO,
  });
  const p99 = (side: 'product' | 'bare') =>
    percentile(
      every(side).flatMap(({ latencies }) => latencies),
      0.99,
    );
  tell({
    metric: at('delivery-p99'),
    value: p99('product'),
    unit: 'ms',
    baseline: p99('bare'),
    target: null,
  });
  const lost = (side: 'product' | 'bare') =>
    sum(every(side).map(({ sent, delivered }) => sent * sockets - delivered));
  tell({ metric: at('lost'), value: lost('product'), unit: 'messages', baseline: lost('bare'), target: 0 });
  tell({
    metric: at('memory-per-socket-above-bare'),
    value: (memory.product - memory.bare) / 1000,
    unit: 'kB',
    baseline: memory.bare / 1000,
    target: TARGET_BYTES_PER_SOCKET / 1000,
  });
}

const together = (one: Window, other: Window): Window => ({
  sent: one.sent + other.sent,
  delivered: one.delivered + other.delivered,
  cpuSeconds: one.cpuSeconds + other.cpuSeconds,
  latencies: [...one.latencies, ...other.latencies],
});

async function productSide(bench: Bench): Promise<Side & { sample(): Promise<MessageDto> }> {
  const product = await Product.start(bench, []);
  const stage = await Stage.set(product, 'jinan', bench.defer);
  const writers: LivePeer[] = [];
  for (let writer = 0; writer < WRITERS; writer += 1) writers.push(await stage.joinAsAttendee(bench.defer));
  const audience = new Audience(bench.defer);
  let turn = 0;
  const send = (text: string) => {
    const writer = writers[(turn += 1) % WRITERS] as LivePeer;
    return writer.ask('chat:send', {
      channel: 'audience',
      clientMessageId: randomUUID(),
      text,
      language: 'zh',
    });
  };
  return {
    pid: product.pid,
    heldBytes: () => product.heldBytes(),
    audience,
    seat: async (sockets) => {
      // People with many devices each: what a socket costs does not depend on whose it is.
      const { ticket } = await stage.newAttendee();
      await audience.seat(
        `${product.url}/live`,
        Array.from({ length: sockets }, () => ticket),
        stage.sessionId,
      );
    },
    send,
    sample: () => send(messageText()),
  };
}

async function bareSide({ url, pid, heldBytes }: BareChat, sample: MessageDto, defer: Defer): Promise<Side> {
  const audience = new Audience(defer);
  // Writers also receive, as the product's do.
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const writer = io(url, { transports: ['websocket'], forceNew: true });
      defer(() => writer.disconnect());
      await writer.timeout(30_000).emitWithAck('session:join', {});
      return writer;
    }),
  );
  let turn = 0;
  return {
    pid,
    heldBytes,
    audience,
    seat: (sockets) =>
      audience.seat(
        url,
        Array.from({ length: sockets }, () => 'none'),
        'none',
      ),
    send: (text) => {
      const changed: ChatChangedDto = { channel: 'audience', messages: [{ ...sample, text }] };
      const writer = writers[(turn += 1) % WRITERS] as Socket;
      return writer.timeout(30_000).emitWithAck('chat:send', changed);
    },
  };
}
