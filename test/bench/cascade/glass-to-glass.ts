import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { Bare } from '../bare/bare';
import { bundleBarePage } from '../bare/bundle-page';
import { newPerson, startBrowser } from '../lib/browser';
import type { Product } from '../lib/product/product';
import { Stage } from '../lib/product/stage';
import type { Bench, Defer } from '../lib/report';
import { median, percentile } from '../lib/statistics';
import { readBarcodes } from '../pages/barcode';
import { pageWithCamera } from '../pages/barcode-camera';

/** P: the product through two nodes, B: a bare page through one bare router. */
const BLOCKS = 'PBBPPBBP';
const CAMERA = { width: 640, height: 360, framesPerSecond: 30 };
const SETTLE_MS = 3000;
const BLOCK_MS = 7000;

interface Side {
  hall: Page;
  viewer: Page;
}

/** From drawing a picture in the hall's page to showing it in the attendee's page, by the time inside the picture. */
export async function measureGlassToGlass({ defer, say, tell }: Bench, product: Product): Promise<void> {
  say('glass to glass: a hall and an attendee on two nodes, and bare pages on one router');
  const browser = await startBrowser(defer);
  const sides = {
    P: await throughTwoNodes(browser, product, defer),
    B: await throughBareRouter(browser, defer),
  };
  const blocks = { P: [] as number[][], B: [] as number[][] };
  for (const side of BLOCKS as Iterable<'P' | 'B'>) {
    // Only the camera that is looked at runs: the other side's encoder must not be in the way.
    for (const [name, { hall }] of Object.entries(sides)) {
      await hall.evaluate((runs) => window.runCamera(runs), name === side);
    }
    await wait(SETTLE_MS);
    blocks[side].push(await read(sides[side].viewer));
  }

  const of = (figure: (values: number[]) => number) => ({
    value: median(blocks.P.map(figure)),
    baseline: median(blocks.B.map(figure)),
    unit: 'ms',
  });
  const p95 = of((values) => percentile(values, 0.95));
  tell({ metric: 'glass-to-glass-median', ...of(median), target: null });
  tell({ metric: 'glass-to-glass-p95', ...p95, target: 250, ok: p95.value < 250 });
}

async function throughTwoNodes(browser: Browser, product: Product, defer: Defer): Promise<Side> {
  const stage = await Stage.set(product, 'jinan', defer);
  const hall = await pageWithCamera(browser, CAMERA);
  await stage.openHall(hall);
  const viewer = await stage.registerIn(await newPerson(browser));
  await showsPicture(viewer);
  const [jinan, tokyo] = await product.loads();
  if (jinan?.links !== 1 || !tokyo?.consumers) throw new Error('the attendee is on the node of the hall');
  return { hall, viewer };
}

async function throughBareRouter(browser: Browser, defer: Defer): Promise<Side> {
  const bare = await Bare.start(defer, await bundleBarePage(defer));
  const hall = await pageWithCamera(browser, CAMERA);
  await hall.goto(bare.url);
  await hall.getByRole('button', { name: 'Publish' }).click();
  await hall.waitForFunction(() => document.title === 'Published');
  const viewer = await (await newPerson(browser)).newPage();
  await viewer.goto(bare.url);
  await viewer.getByRole('button', { name: 'Join' }).click();
  await showsPicture(viewer);
  return { hall, viewer };
}

async function showsPicture(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
}

async function read(viewer: Page): Promise<number[]> {
  await viewer.evaluate(readBarcodes);
  await wait(BLOCK_MS);
  const { glassToGlass, unreadable } = await viewer.evaluate(() => window.reading);
  const all = glassToGlass.length + unreadable;
  if (all < (BLOCK_MS / 1000) * 10) throw new Error(`only ${all} pictures were shown in ${BLOCK_MS} ms`);
  if (unreadable > all / 20) throw new Error(`${unreadable} of ${all} barcodes could not be read`);
  return glassToGlass;
}
