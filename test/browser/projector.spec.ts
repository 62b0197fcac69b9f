import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../factories/server';
import { installConnectionWatch } from './in-page/received-media';
import { seriousFindings } from './support/axe';
import { pickOf, speech } from './support/cue-content';
import { launchChromium, type Visitor } from './support/chromium';
import { eventually } from './support/eventually';
import { openDemoHalls } from './support/demo-halls';
import { makeForum, type Forum } from './support/forum';
import { openHall, tones, type HallKey } from './support/halls';
import { threeNodes } from './support/media-ports';
import { acceptInvitation, sessionPath, watchfulVisit } from './support/people';
import { picture } from './support/pictures';
import { startProduct } from './support/product';
import { hearsExactly } from './support/received';
import { callShow, type ShowCaller } from './support/show-caller';
import { showsOnStage } from './support/stage';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

let server: TestServer;
let browser: Browser;
let forum: Forum;
let caller: ShowCaller;
/** Of Jinan's hall, on the hall's second machine. */
let projector: Visitor;
let feeds: Awaited<ReturnType<typeof openDemoHalls>>;
let blocked = false;
const cuts: (() => Promise<void>)[] = [];

const pick = (hall: HallKey) => pickOf(forum, hall);

/** Jinan and Tokyo are on air, and nothing has begun. */
beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  caller = await callShow(server, forum, 'Opening');
  feeds = await openDemoHalls(server, forum, caller.sessionId, ['jinan', 'tokyo']);
  projector = await watchfulVisit(browser, server, { viewport: { width: 1920, height: 1080 } });
  await projector.page.routeWebSocket('**/socket.io/**', (socket) => {
    if (blocked) return void socket.close();
    socket.connectToServer();
    cuts.push(() => socket.close({ code: 1011 }));
  });
  await acceptInvitation(projector.page, server, forum, 'venue-host', 'jinan');
  await projector.page.goto(`${sessionPath(forum, 'Opening')}/projector`);
});
afterAll(async () => {
  caller?.client.close();
  await browser?.close();
  await server?.stop();
});

const shows = (...halls: HallKey[]) =>
  showsOnStage(
    projector.page,
    halls.map((hall) => feeds[hall]),
  );
const arm = (page: Page) => page.getByRole('button', { name: 'Show on this screen' }).click();
const isFullScreen = (page: Page) => page.evaluate('document.fullscreenElement !== null');

it('is armed by one click, and then has the whole screen, no control and no cursor', async () => {
  const { page } = projector;
  await page.getByRole('heading', { name: 'Projector · Jinan' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'projector-arming');
  await arm(page);
  await page.getByRole('heading', { name: 'Opening and keynote speeches' }).waitFor();
  await eventually(async () => expect(await isFullScreen(page)).toBe(true));
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.evaluate("getComputedStyle(document.querySelector('main')).cursor")).toBe('none');
  await picture(page, 'projector-waiting');
});

it('shows the rehearsal as what it is', async () => {
  await caller.become('rehearsing');
  await projector.page.getByText('Rehearsal', { exact: true }).waitFor();
  await shows('tokyo', 'jinan');
  await picture(projector.page, 'projector-rehearsal');
});

it('shows all halls, the others first, and plays everything but the hall’s own sound', async () => {
  await caller.become('live');
  await projector.page.getByText('Rehearsal', { exact: true }).waitFor({ state: 'detached' });
  const [tokyo, jinan] = await shows('tokyo', 'jinan');
  expect(tokyo?.width).toBeGreaterThan(2 * (jinan?.width ?? Infinity));
  await hearsExactly(projector.page, [tones.tokyo]);
});

it('shows a cue as large as the screen, and who speaks', async () => {
  await caller.take({ ...speech, layout: 'single', picks: [pick('tokyo')] });
  await projector.page.locator('[data-lower-third]').getByText('Office of the Governor').waitFor();
  const [tokyo] = await shows('tokyo');
  expect(tokyo).toMatchObject({ left: 0, top: 0, width: 1920, height: 1080 });
  await picture(projector.page, 'projector-single');
});

it('may show the hall its own picture, but never plays its sound', async () => {
  await caller.take({ ...speech, layout: 'single', picks: [pick('jinan')] });
  await shows('jinan');
  await hearsExactly(projector.page, []);
});

it('counts down in a corner or alone, as the hall chooses by a key', async () => {
  const { page } = projector;
  const timer = page.getByRole('timer');
  expect(await timer.count()).toBe(0);
  await page.keyboard.press('c');
  await timer.waitFor();
  await picture(page, 'projector-countdown');
  await page.keyboard.press('c');
  await eventually(async () => expect((await timer.boundingBox())?.height).toBeGreaterThan(250));
  await picture(page, 'projector-countdown-alone');
  await page.keyboard.press('c');
  await timer.waitFor({ state: 'detached' });
});

it('says how it is when the hall asks by a key', async () => {
  const { page } = projector;
  await page.keyboard.press('i');
  await page.getByText('Connected').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'projector-info');
  await page.keyboard.press('i');
  await page.getByText('Connected').waitFor({ state: 'detached' });
});

it('holds what it shows while the connection is lost, says so quietly, and comes back by itself', async () => {
  const { page } = projector;
  blocked = true;
  await Promise.all(cuts.map((cut) => cut()));
  const lost = page.getByText('Connection lost. Reconnecting by itself…');
  await lost.waitFor();
  await shows('jinan');
  await picture(page, 'projector-lost');
  blocked = false;
  await lost.waitFor({ state: 'detached' });
  await caller.take({ ...speech, layout: 'two-halls', picks: [pick('jinan'), pick('tokyo')] });
  await shows('jinan', 'tokyo');
  await hearsExactly(page, [tones.tokyo]);
  await picture(page, 'projector-two-halls');
});

it('is where it was after a power cut and one click', async () => {
  const { page } = projector;
  await page.reload();
  await arm(page);
  await page.locator('[data-lower-third]').getByText('Office of the Governor').waitFor();
  await shows('jinan', 'tokyo');
});

it('is left with Escape', async () => {
  const { page } = projector;
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show on this screen' }).waitFor();
  await eventually(async () => expect(await isFullScreen(page)).toBe(false));
  await hearsExactly(page, []);
  expect(projector.troubles.filter((trouble) => !trouble.includes('WebSocket'))).toEqual([]);
});

it('opens in a second window from the hall’s page, which leaves the sound to it', async () => {
  const { page: hall } = await openHall(browser, server, forum, 'jinan');
  await hall.context().addInitScript(installConnectionWatch);
  const opening = hall.context().waitForEvent('page');
  await hall.getByRole('link', { name: 'Open the projector’s window' }).click();
  const second = await opening;
  await arm(second);
  await hall.getByText('The projector’s window plays the sound.').waitFor();
  await hall.getByRole('button', { name: 'Unmute' }).waitFor();
  await hearsExactly(second, [tones.tokyo]);
  await hearsExactly(hall, []);
  await picture(hall, 'hall-cue');
  await second.close();
  await hall.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  await hearsExactly(hall, [tones.tokyo]);
});

it('has an end', async () => {
  await caller.become('ended');
  await arm(projector.page);
  await projector.page.getByText('Thank you for attending.').waitFor();
  await picture(projector.page, 'projector-ended');
});
