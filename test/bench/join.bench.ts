/** How long it takes from pressing "Join" to the first picture: `npm run bench -- join`. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Bare } from './bare/bare';
import { bundleBarePage } from './bare/bundle-page';
import { newPerson, startBrowser } from './lib/browser';
import { joinThrough, type Door } from './lib/door';
import { Product } from './lib/product/product';
import { Stage } from './lib/product/stage';
import { runBench } from './lib/report';
import { median, percentile } from './lib/statistics';
import { pageWithCamera } from './pages/barcode-camera';
import { installStopwatch } from './pages/stopwatch';

/** P: the product, B: the bare worker. */
const BLOCKS = 'PBBPPBBP';
const JOINS_PER_BLOCK = { P: 15, B: 8 };
const CAMERA = { width: 640, height: 360, framesPerSecond: 15 };
const SETTLE_MS = 2000;

/** A way in, and the page that publishes what is seen behind it. */
interface Side extends Door {
  hall: Page;
}

void runBench('join', async (bench) => {
  const { defer, say, tell } = bench;
  const browser = await startBrowser(defer);
  const person = async () => {
    const context = await newPerson(browser);
    await context.addInitScript(installStopwatch);
    return context;
  };

  const product = await Product.start(bench, ['jinan', 'tokyo']);
  const stage = await Stage.set(product, 'jinan', defer);
  const productHall = await pageWithCamera(browser, CAMERA);
  await stage.openHall(productHall);
  const P: Side = {
    context: await person(),
    hall: productHall,
    address: stage.address,
    button: { role: 'link', name: 'Join now' },
  };
  await (await stage.registerIn(P.context)).close();

  const bare = await Bare.start(defer, await bundleBarePage(defer));
  const bareHall = await pageWithCamera(browser, CAMERA);
  await bareHall.goto(bare.url);
  await bareHall.getByRole('button', { name: 'Publish' }).click();
  await bareHall.waitForFunction(() => document.title === 'Published');
  const B: Side = {
    context: await person(),
    hall: bareHall,
    address: bare.url,
    button: { role: 'button', name: 'Join' },
  };

  const joins = { P: [] as number[], B: [] as number[] };
  for (const side of BLOCKS as Iterable<'P' | 'B'>) {
    // Only the camera that is looked at runs: the other side's encoder must not be in the way.
    await P.hall.evaluate((runs) => window.runCamera(runs), side === 'P');
    await B.hall.evaluate((runs) => window.runCamera(runs), side === 'B');
    await wait(SETTLE_MS);
    for (let join = 0; join < JOINS_PER_BLOCK[side]; join += 1) {
      const { page, milliseconds } = await joinThrough({ P, B }[side]);
      await page.close();
      joins[side].push(milliseconds);
    }
    say(
      `${side === 'P' ? 'product' : 'bare'}: ${Math.round(median(joins[side].slice(-JOINS_PER_BLOCK[side])))} ms`,
    );
  }

  const figure = { unit: 'ms', target: null };
  const p95 = (values: number[]) => percentile(values, 0.95);
  tell({ ...figure, metric: 'joins', unit: 'count', value: joins.P.length, baseline: joins.B.length });
  tell({
    ...figure,
    metric: 'join-to-first-frame-median',
    value: median(joins.P),
    baseline: median(joins.B),
  });
  tell({
    ...figure,
    metric: 'join-to-first-frame-p95',
    value: p95(joins.P),
    baseline: p95(joins.B),
    target: 1000,
    ok: p95(joins.P) < 1000,
  });
  tell({
    ...figure,
    metric: 'join-to-first-frame-max',
    value: Math.max(...joins.P),
    baseline: Math.max(...joins.B),
  });
});
