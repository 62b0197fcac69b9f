import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { Bare } from '../bare/bare';
import { startBareChat } from '../bare/bare-chat';
import { BarePlayout } from '../bare/bare-playout';
import { bundleBarePage } from '../bare/bundle-page';
import { now } from '../lib/clock';
import type { Bench } from '../lib/report';
import { shownSince, type Pressed } from './presses';
import {
  hallPage,
  LOOK_MS,
  MARKS,
  STATE_CLIENTS,
  viewerContext,
  type ProductSide,
  type Side,
} from './product-side';
import { StateClients } from './state-clients';

const REST_MS = 700;

/**
 * The least there can be: socket.io that sends the same state to as many, a consumer that is resumed, and one ffmpeg
 * that plays the same file to two pages.
 */
export async function bareSide(bench: Bench, { browser, state, greetingFile }: ProductSide): Promise<Side> {
  const { defer } = bench;
  const tellAll = await stateTeller(bench, state);
  const bare = await Bare.start(defer, await bundleBarePage(defer));
  const hall = await hallPage(browser, MARKS.bareHall);
  await hall.goto(bare.url);
  await hall.getByRole('button', { name: 'Publish' }).click();
  await hall.waitForFunction(() => document.title === 'Published');
  const contexts = [await viewerContext(browser), await viewerContext(browser)];
  const viewers = await Promise.all(contexts.map((context) => context.newPage()));

  const run = async (on: boolean) => {
    await hall.evaluate((runs) => window.runCamera(runs), on);
  };
  const joinAnew = async () => {
    for (const viewer of viewers) {
      await viewer.goto(bare.url);
      await viewer.getByRole('button', { name: 'Join' }).click();
    }
    for (const viewer of viewers) await viewer.waitForFunction(() => document.title === 'Joined');
  };
  /** What happens at one moment: the state is told, and pictures begin. */
  const press = async (mark: number, begin: () => unknown): Promise<Pressed> => {
    const at = Date.now();
    void begin();
    const known = await tellAll();
    await wait(LOOK_MS);
    return { at, mark, known, shown: await shownSince(viewers, at, mark) };
  };
  return {
    // Its viewers leave: their share of the machine is missing to the product otherwise.
    rest: async () => {
      await run(false);
      await bare.ask('pause', {});
      for (const viewer of viewers) await viewer.goto('about:blank');
    },
    round: async () => {
      await run(true);
      await joinAnew();
      await wait(REST_MS);
      await bare.ask('pause', {});
      await wait(REST_MS);
      const resumed = await press(MARKS.bareHall, () => bare.ask('resume', {}));
      await run(false);

      const targets = await bare.ask('open-plain', {});
      await joinAnew();
      await wait(REST_MS);
      let playout: BarePlayout | undefined;
      const played = await press(MARKS.greeting, () => {
        playout = BarePlayout.start(greetingFile, targets, defer);
      });
      await playout?.stop();
      await bare.ask('close-plain', {});
      return [resumed, played];
    },
  };
}

/** @returns what tells all clients a state, and gives the milliseconds until each knew it */
async function stateTeller({ defer }: Bench, state: ShowState): Promise<() => Promise<number[]>> {
  const { url } = await startBareChat(defer);
  const clients = new StateClients(defer);
  await clients.seat({ url, ticket: '', sessionId: '', sockets: STATE_CLIENTS, event: 'chat:changed' });
  const caller = io(url, { transports: ['websocket'], forceNew: true });
  defer(() => caller.disconnect());
  return async () => {
    const id = randomUUID();
    const at = now();
    await caller.timeout(10_000).emitWithAck('chat:send', { ...state, take: { ...state.take, id } });
    return (await clients.know(id)).map((knownAt) => knownAt - at);
  };
}

type ShowState = ProductSide['state'];
