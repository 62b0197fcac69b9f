import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { ask } from '../../factories/http';
import { newPerson, startBrowser } from '../lib/browser';
import { approvedGreeting } from '../lib/product/greeting';
import { Product } from '../lib/product/product';
import { Rundown } from '../lib/product/rundown';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { installGreetingLog } from '../pages/greeting-log';
import { installPictureLog } from '../pages/picture-log';
import { seenBy, type Seen } from './seen';
import { subtitles } from './subtitles';

const GREETING = { seconds: 10, mark: 1 };
/** Long enough that every page is prepared: they spread that over 1.5 s. */
const STANDBY_MS = 2200;
/** How long it is played before its player is killed: until the last subtitle was seen. */
export const PLAY_MS = 7000;

export interface ProductSide {
  browser: Browser;
  /** The file that is played. */
  greetingFile: string;
  round(): Promise<Seen>;
}

/** A greeting with English subtitles, and two attendees. */
export async function productSide(bench: Bench): Promise<ProductSide> {
  const { defer } = bench;
  const browser = await startBrowser(defer);
  const product = await Product.start(bench, ['jinan', 'tokyo']);
  const stage = await Stage.set(product, ['jinan', 'tokyo'], defer);
  const { id, version, file } = await approvedGreeting(product, stage, GREETING);
  await ask(product, 'PUT', `events/${stage.event.id}/greetings/${id}/subtitles/en`, {
    ticket: product.organiser.ticket,
    body: { version, text: subtitles },
  });
  const rundown = await Rundown.write(
    stage.caller,
    { type: 'interval', layout: 'slate' },
    { type: 'greeting', layout: 'single', greetingId: id },
  );
  const viewers: Page[] = [];
  for (const _ of ['jinan', 'tokyo']) viewers.push(await stage.registerIn(await watcher(browser)));
  return {
    browser,
    greetingFile: product.mediaFile(file?.sha256 ?? ''),
    round: async () => {
      await rundown.go(0);
      await rundown.standby(1);
      await wait(STANDBY_MS);
      await rundown.go(1);
      await wait(PLAY_MS);
      const killedAt = Date.now();
      for (const pid of product.ffmpegPids) process.kill(pid, 'SIGKILL');
      return seenBy(viewers, killedAt);
    },
  };
}

/** Somebody's own browser, that logs what it shows. */
export async function watcher(browser: Browser) {
  const context = await newPerson(browser);
  await context.addInitScript(installPictureLog);
  await context.addInitScript(installGreetingLog);
  return context;
}
