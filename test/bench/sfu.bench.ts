/** What the product adds to the media worker it stands on: `npm run bench -- sfu`. */
import { setTimeout as wait } from 'node:timers/promises';
import { runBench, type Bench } from './lib/report';
import { median, medianInterval, sum } from './lib/statistics';
import { bareSide, productSide, type Meter, type Side } from './sfu/sides';

const VIEWERS = 50;
/** They come first, so that what is loaded and compiled once is not counted as theirs. */
const FIRST_VIEWERS = 10;
const ROUNDS = 8;
const WINDOW_MS = 4000;
const SETTLE_MS = 700;
const STEADY_MS = 60_000;
/** Kept when the 95% interval of the ratio reaches down to it. */
const TARGET_RATIO = 1.05;

void runBench('sfu', async (bench) => {
  const bare = await bareSide(bench);
  const product = await productSide(bench);
  const memory = await admitAll(bench, product, bare);
  const windows = await compareWorkers(bench, product, bare);
  await measureJavaScript(bench, product, windows);
  bench.tell({
    metric: 'memory-per-attendee',
    value: memory.product / 1e6,
    unit: 'MB',
    baseline: memory.bare / 1e6,
    target: null,
  });
});

/** @returns bytes of resident memory that each viewer cost, while the feed runs. */
async function admitAll(
  { say }: Bench,
  product: Side,
  bare: Side,
): Promise<{ product: number; bare: number }> {
  const admit = async (side: Side) => {
    side.feed.start();
    await side.admit(FIRST_VIEWERS);
    await wait(3000);
    const before = await side.memoryBytes();
    await side.admit(VIEWERS - FIRST_VIEWERS);
    await wait(3000);
    const after = await side.memoryBytes();
    side.feed.stop();
    return (after - before) / (VIEWERS - FIRST_VIEWERS);
  };
  say(`${VIEWERS} viewers join each side`);
  return { product: await admit(product), bare: await admit(bare) };
}

/** @returns what the bare side used in its windows, all together. */
async function compareWorkers({ say, tell }: Bench, product: Side, bare: Side): Promise<Meter> {
  say(`${ROUNDS} rounds: product, bare, bare, product`);
  const rounds: { product: number; bare: number }[] = [];
  const bareWindows: Meter[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await usedDuring(product, WINDOW_MS);
    const second = await usedDuring(bare, WINDOW_MS);
    const third = await usedDuring(bare, WINDOW_MS);
    const fourth = await usedDuring(product, WINDOW_MS);
    bareWindows.push(second, third);
    rounds.push({ product: costPerMegabit(first, fourth), bare: costPerMegabit(second, third) });
  }
  const ratios = rounds.map((round) => round.product / round.bare);
  const { low, high } = medianInterval(ratios);
  say(
    `ratio of worker CPU: ${median(ratios).toFixed(3)}, 95% interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
  );
  tell({
    metric: 'worker-cpu-per-megabit',
    value: median(rounds.map((round) => round.product)),
    unit: 'ms/Mbit',
    baseline: median(rounds.map((round) => round.bare)),
    target: null,
  });
  const ratio = { unit: 'ratio', baseline: 1 };
  tell({
    ...ratio,
    metric: 'worker-cpu-ratio',
    value: median(ratios),
    target: TARGET_RATIO,
    ok: low <= TARGET_RATIO,
  });
  tell({ ...ratio, metric: 'worker-cpu-ratio-interval-low', value: low, target: null });
  tell({ ...ratio, metric: 'worker-cpu-ratio-interval-high', value: high, target: null });
  return total(bareWindows);
}

async function measureJavaScript({ say, tell }: Bench, product: Side, bare: Meter): Promise<void> {
  say('one steady minute of the product');
  const used = await usedDuring(product, STEADY_MS);
  const share = (meter: Meter) => (100 * meter.javaScriptCpuSeconds) / meter.workerCpuSeconds;
  tell({
    metric: 'received-per-attendee',
    value: (used.deliveredBytes * 8) / (STEADY_MS / 1000) / VIEWERS / 1e6,
    unit: 'Mbit/s',
    baseline: null,
    target: null,
  });
  tell({
    metric: 'javascript-cpu-share-of-worker',
    value: share(used),
    unit: '%',
    baseline: share(bare),
    target: 5,
    ok: share(used) < 5,
  });
  tell({
    metric: 'javascript-cpu-per-attendee-minute',
    value: (1000 * used.javaScriptCpuSeconds) / VIEWERS,
    unit: 'ms',
    baseline: (1000 * bare.javaScriptCpuSeconds * (STEADY_MS / (2 * ROUNDS * WINDOW_MS))) / VIEWERS,
    target: null,
  });
}

/** What a side uses while its feed, and only its feed, runs. */
async function usedDuring(side: Side, milliseconds: number): Promise<Meter> {
  side.feed.start();
  await wait(SETTLE_MS);
  const before = await side.read();
  await wait(milliseconds);
  const after = await side.read();
  side.feed.stop();
  return {
    workerCpuSeconds: after.workerCpuSeconds - before.workerCpuSeconds,
    javaScriptCpuSeconds: after.javaScriptCpuSeconds - before.javaScriptCpuSeconds,
    deliveredBytes: after.deliveredBytes - before.deliveredBytes,
  };
}

/** Milliseconds of worker CPU per megabit that reached a viewer. */
function costPerMegabit(...windows: Meter[]): number {
  const { workerCpuSeconds, deliveredBytes } = total(windows);
  return (workerCpuSeconds * 1000) / ((deliveredBytes * 8) / 1e6);
}

function total(windows: readonly Meter[]): Meter {
  const of = (key: keyof Meter) => sum(windows.map((window) => window[key]));
  return {
    workerCpuSeconds: of('workerCpuSeconds'),
    javaScriptCpuSeconds: of('javaScriptCpuSeconds'),
    deliveredBytes: of('deliveredBytes'),
  };
}
