import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { readAsCrew, type Office } from '../../factories/greetings';
import { newPerson, startBrowser } from '../lib/browser';
import { joinThrough, type Door } from '../lib/door';
import { sendGreeting } from '../lib/product/greeting';
import type { Product } from '../lib/product/product';
import { Rundown } from '../lib/product/rundown';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { median, percentile } from '../lib/statistics';
import { pageWithCamera } from '../pages/barcode-camera';
import { installPictureLog } from '../pages/picture-log';
import { installStopwatch } from '../pages/stopwatch';

/** Processed for longer than all rounds take. */
const OTHER = { seconds: 20, mark: 2, times: 6 };
const CAMERA = { width: 640, height: 360, framesPerSecond: 15, mark: 3 };
/** W: while it is transcoded, N: not. */
const BLOCKS = 'WNNWWN';
const EACH = 4;
const SETTLE_MS = 1500;
/** Of transcoding, in percent: what comes before is looking at the file. */
const BEGUN = 5;
const MOST = 1.5;

const [SLATE, HALL] = [0, 1];

interface Felt {
  joins: number[];
  gos: number[];
}

/** How long joining and GO take while another greeting is transcoded, and while that stands still. */
export async function measureInterference(bench: Bench, product: Product): Promise<void> {
  const { defer, say } = bench;
  const browser = await startBrowser(defer);
  const stage = await Stage.set(product, 'jinan', defer);
  say('interference: another office sends a greeting');
  const office = await sendGreeting(product, stage, OTHER);
  const rundown = await writeRundown(stage);
  await stage.openHall(await pageWithCamera(browser, CAMERA));
  const context = await newPerson(browser);
  await context.addInitScript(installStopwatch);
  await context.addInitScript(installPictureLog);
  await (await stage.registerIn(context)).close();
  const door: Door = { context, address: stage.address, button: { role: 'link', name: 'Join now' } };
  await transcoding(product, stage, office);

  const felt: Record<'W' | 'N', Felt> = { W: { joins: [], gos: [] }, N: { joins: [], gos: [] } };
  for (const side of BLOCKS as Iterable<'W' | 'N'>) {
    const [transcoder, ...more] = product.ffmpegPids;
    if (transcoder === undefined || more.length > 0)
      throw new Error('not exactly one greeting is transcoded');
    process.kill(transcoder, side === 'W' ? 'SIGCONT' : 'SIGSTOP');
    await wait(SETTLE_MS);
    for (let number = 0; number < EACH; number += 1) {
      const { page, milliseconds } = await joinThrough(door);
      felt[side].joins.push(milliseconds);
      felt[side].gos.push(await goToHall(rundown, page));
      await page.close();
    }
    const { joins, gos } = felt[side];
    const last = (values: number[]) => Math.round(median(values.slice(-EACH)));
    say(`${side === 'W' ? 'with' : 'without'}: join ${last(joins)} ms, GO ${last(gos)} ms`);
  }
  if (product.ffmpegPids.length !== 1) throw new Error('transcoding has ended too early');
  tell(bench, felt);
}

function writeRundown({ caller, venueIds: [venueId = ''] }: Stage): Promise<Rundown> {
  return Rundown.write(
    caller,
    { layout: 'slate' },
    { layout: 'single', picks: [{ venueId, source: 'camera' }] },
  );
}

async function transcoding(product: Product, { event }: Stage, office: Office): Promise<void> {
  const { organiser } = product;
  for (;;) {
    const { state, progress } = await readAsCrew(product, { organiser, event }, office);
    if (state === 'processing' && progress > BEGUN) return;
    if (state !== 'processing' && state !== 'uploaded') throw new Error(`the greeting is ${state}`);
    await wait(200);
  }
}

/** Milliseconds from GO to the hall's first picture, after nothing was to be seen. */
async function goToHall(rundown: Rundown, viewer: Page): Promise<number> {
  await rundown.go(SLATE);
  await rundown.standby(HALL);
  // Pages spread over 1.5 s when they prepare for the next cue.
  await wait(1800);
  await viewer.evaluate(() => void window.pictureLog.splice(0));
  const { date } = await rundown.go(HALL);
  const shown = await viewer.waitForFunction(() => window.pictureLog[0]?.shownAt);
  return ((await shown.jsonValue()) ?? NaN) - date;
}

function tell({ tell }: Bench, { W, N }: Record<'W' | 'N', Felt>): void {
  for (const [metric, what] of [
    ['join', 'joins'],
    ['go', 'gos'],
  ] as const) {
    const figure = { unit: 'ms', target: null };
    const middle = { value: median(W[what]), baseline: median(N[what]) };
    const p95 = { value: percentile(W[what], 0.95), baseline: percentile(N[what], 0.95) };
    tell({ ...figure, metric: `${metric}-median-while-transcoding`, ...middle });
    tell({ ...figure, metric: `${metric}-p95-while-transcoding`, ...p95, target: MOST * p95.baseline });
  }
}
