import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { GreetingDto, ShowStateDto } from '@manyhalls/contracts';
import { newPerson, startBrowser } from '../lib/browser';
import { approvedGreeting } from '../lib/product/greeting';
import { Product } from '../lib/product/product';
import { Rundown } from '../lib/product/rundown';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { pageWithCamera } from '../pages/barcode-camera';
import { installPictureLog } from '../pages/picture-log';
import { shownSince, type Pressed } from './presses';
import { StateClients } from './state-clients';

export const MARKS = { jinan: 1, tokyo: 2, greeting: 3, bareHall: 4 };
export const STATE_CLIENTS = 200;
export const CAMERA = { width: 640, height: 360, framesPerSecond: 15 };
const GREETING = { seconds: 10, mark: MARKS.greeting };
/** Long enough that every page is prepared for the next cue: they spread that over 1.5 s. */
const STANDBY_MS = 2200;
/** How long it is looked at what came of something. */
export const LOOK_MS = 1500;

export interface Side {
  /** Stops its cameras: the other side's turn has come. */
  rest(): Promise<void>;
  round(): Promise<Pressed[]>;
}

export interface ProductSide extends Side {
  browser: Browser;
  /** What attendees are told when GO was pressed. */
  state: ShowStateDto;
  /** The file that is played. */
  greetingFile: string;
}

/** Two halls, a greeting, two attendees on different nodes, and those that only follow the state. */
export async function productSide(bench: Bench): Promise<ProductSide> {
  const { defer } = bench;
  const browser = await startBrowser(defer);
  const product = await Product.start(bench, ['jinan', 'tokyo']);
  const stage = await Stage.set(product, ['jinan', 'tokyo'], defer);
  const greeting = await approvedGreeting(product, stage, GREETING);
  const rundown = await writeRundown(stage, greeting);

  const halls: Page[] = [];
  for (const [index, mark] of [MARKS.jinan, MARKS.tokyo].entries()) {
    const hall = await hallPage(browser, mark);
    await stage.openHall(hall, stage.venueIds[index]);
    // Nobody looks at it: painting it would only be in the way of what is measured.
    await hall.setViewportSize({ width: 320, height: 240 });
    halls.push(hall);
  }
  const viewers: Page[] = [];
  for (const _ of halls) {
    const viewer = await stage.registerIn(await viewerContext(browser));
    await viewer.waitForFunction(() => window.pictureLog.length > 0);
    viewers.push(viewer);
  }
  const loads = await product.loads();
  if (loads.some(({ consumers }) => consumers === 0)) throw new Error('all attendees are on the same node');

  const clients = new StateClients(defer);
  await clients.seat({
    url: `${product.url}/live`,
    ticket: (await stage.newAttendee()).ticket,
    sessionId: stage.sessionId,
    sockets: STATE_CLIENTS,
    event: 'show:changed',
  });

  const run = async (on: (hall: number) => boolean) => {
    for (const [index, hall] of halls.entries())
      await hall.evaluate((runs) => window.runCamera(runs), on(index));
  };
  const take = async (index: number, mark: number): Promise<Pressed> => {
    // Only the camera that is looked at runs: other encoders must not be in the way.
    await run((hall) => hall === index);
    await rundown.standby(index);
    await wait(STANDBY_MS);
    for (const viewer of viewers) await demandUnseen(viewer, mark);
    const { takeId, at, date } = await rundown.go(index);
    await wait(LOOK_MS);
    const known = (await clients.know(takeId)).map((knownAt) => knownAt - at);
    return { at: date, mark, known, shown: await shownSince(viewers, date, mark) };
  };
  await take(2, MARKS.greeting);
  await take(0, MARKS.jinan);
  const { show } = (await stage.joinAsAttendee(defer)).joined;
  return {
    browser,
    state: show,
    greetingFile: product.mediaFile(greeting.file?.sha256 ?? ''),
    rest: () => run(() => false),
    round: async () => {
      const pressed: Pressed[] = [];
      for (const [index, mark] of [
        [1, MARKS.tokyo],
        [2, MARKS.greeting],
        [0, MARKS.jinan],
      ] as const)
        pressed.push(await take(index, mark));
      return pressed;
    },
  };
}

/** Nothing of it must be on the page yet. */
async function demandUnseen(viewer: Page, mark: number): Promise<void> {
  const seen = await viewer.evaluate((of) => window.pictureLog.filter((one) => one.mark === of).length, mark);
  if (seen > 0) throw new Error(`a viewer has seen ${seen} pictures of ${mark} before GO`);
}

function writeRundown({ caller, venueIds }: Stage, greeting: GreetingDto): Promise<Rundown> {
  const hall = (venueId = '') => ({
    layout: 'single' as const,
    picks: [{ venueId, source: 'camera' as const }],
  });
  return Rundown.write(caller, hall(venueIds[0]), hall(venueIds[1]), {
    type: 'greeting',
    layout: 'single',
    greetingId: greeting.id,
  });
}

export function hallPage(browser: Browser, mark: number): Promise<Page> {
  return pageWithCamera(browser, { ...CAMERA, mark });
}

export async function viewerContext(browser: Browser) {
  const context = await newPerson(browser);
  await context.addInitScript(installPictureLog);
  return context;
}
