import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestServer } from '../factories/server';
import { ask } from '../factories/http';
import { heldBack, installPlayerWatch, playing } from './in-page/players';
import { receivedPictures } from './in-page/received-media';
import { launchChromium, visit, type Visitor } from './support/chromium';
import { openDemoHalls } from './support/demo-halls';
import { eventually } from './support/eventually';
import { makeForum, type Forum } from './support/forum';
import { tones } from './support/halls';
import { threeNodes } from './support/media-ports';
import { acceptInvitation, registerAttendee, sessionPath, watchfulVisit } from './support/people';
import { startProduct } from './support/product';
import { hearsExactly, seesAdvancing } from './support/received';
import { callShow } from './support/show-caller';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

let server: TestServer;
let browser: Browser;
let forum: Forum;
let registered: Awaited<ReturnType<BrowserContext['storageState']>>;

/** Jinan is on air in the first track, Tokyo in the second; both tracks are live. */
beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  for (const [hall, track] of [
    ['jinan', 'Track 1'],
    ['tokyo', 'Track 2'],
  ] as const) {
    const caller = await callShow(server, forum, track);
    await openDemoHalls(server, forum, caller.sessionId, [hall]);
    await caller.become('live');
    caller.client.close();
  }
  const attendee = await visit(browser, server.url);
  await registerAttendee(attendee.page, forum, 'Attendee');
  registered = await attendee.page.context().storageState();
  await attendee.leave();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A registered attendee comes to the first track. */
async function attend(
  story: (visitor: Visitor) => Promise<void>,
  more: (page: Page) => Promise<void> = async () => {},
) {
  const visitor = await watchfulVisit(browser, server, { storageState: registered });
  try {
    await more(visitor.page);
    await visitor.page.goto(sessionPath(forum, 'Track 1'));
    await seesAdvancing(visitor.page, 1);
    await story(visitor);
    expect(visitor.troubles).toEqual([]);
  } finally {
    await visitor.leave();
  }
}

const openSockets = (page: Page) => page.evaluate('window.sockets.length');

it('shows a muted picture and one large button where the browser holds sound back', async () => {
  const strict = await launchChromium({ autoplay: false });
  const { page, troubles } = await watchfulVisit(strict, server, { storageState: registered });
  try {
    await page.addInitScript(installPlayerWatch, heldBack);
    const held = page.waitForEvent('console', (message) => message.text() === heldBack);
    await page.goto(sessionPath(forum, 'Track 1'));
    await held;
    await seesAdvancing(page, 1);
    const turnOn = page.getByRole('button', { name: 'Turn on sound' });
    await turnOn.waitFor();
    expect(await page.evaluate(playing)).toEqual({ playing: 0, held: 1 });
    await turnOn.click();
    await turnOn.waitFor({ state: 'detached' });
    expect(await page.evaluate(playing)).toEqual({ playing: 1, held: 0 });
    await hearsExactly(page, [tones.jinan]);
    expect(troubles).toEqual([]);
  } finally {
    await strict.close();
  }
});

it('switches between parallel sessions without connecting or signing in again', () =>
  attend(async ({ page }) => {
    await hearsExactly(page, [tones.jinan]);
    await page.getByRole('tab', { name: 'Agenda' }).click();
    for (const [track, tone] of [
      ['Track 2: Medicine and health', tones.tokyo],
      ['Track 1: Advanced manufacturing', tones.jinan],
    ] as const) {
      await page.getByRole('complementary').getByRole('link', { name: track }).click();
      await page.getByRole('heading', { level: 1, name: track }).waitFor();
      await seesAdvancing(page, 1);
      await hearsExactly(page, [tone]);
    }
    expect(await openSockets(page)).toBe(1);
  }));

it('is worked by keyboard alone', () =>
  attend(async ({ page }) => {
    await page.getByRole('button', { name: 'Show Tokyo large' }).focus();
    await page.keyboard.press('Enter');
    const pressed = (hall: string) =>
      page.getByRole('button', { name: `Show ${hall} large` }).getAttribute('aria-pressed');
    expect(await pressed('Tokyo')).toBe('true');
    await page.keyboard.press('1');
    expect(await pressed('Jinan')).toBe('true');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('Pictures are switched off to save data.').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('f');
    await eventually(async () =>
      expect(await page.evaluate('document.fullscreenElement !== null')).toBe(true),
    );
    await page.keyboard.press('f');
    await eventually(async () => expect(await page.evaluate('document.fullscreenElement')).toBeNull());
    // Outside the programme, single letters belong to whoever is typing (WCAG 2.1.4).
    await page.getByRole('tab', { name: 'Agenda' }).focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
    await page.getByText('people are here').or(page.getByText('person is here')).waitFor();
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
  }));

/** Waits until no picture comes any more. */
const picturesRest = (page: Page) =>
  eventually(async () => {
    const before = await page.evaluate(receivedPictures);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await page.evaluate(receivedPictures)).toEqual(before);
  });

it('pays for no picture that is not shown, while the sound goes on', () =>
  attend(async ({ page }) => {
    await page.getByRole('button', { name: 'Audio only' }).click();
    await picturesRest(page);
    await hearsExactly(page, [tones.jinan]);
    await page.getByRole('button', { name: 'Audio only' }).click();
    await seesAdvancing(page, 1);
    // Headless pages are never hidden; this one is told that it is.
    const hide = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    await hide(true);
    await picturesRest(page);
    await hearsExactly(page, [tones.jinan]);
    await hide(false);
    await seesAdvancing(page, 1);
  }));

it('asks for the large layer where the picture is large, and for the small one where it is small', async () => {
  // What is asked for, and not what comes: the large layer takes its time on a busy machine.
  const tuned: (string | undefined)[] = [];
  await attend(
    async ({ page }) => {
      // While the page is being laid out its tiles may be small for a moment.
      await eventually(async () => expect(tuned.slice(-1)).toEqual(['high']));
      tuned.length = 0;
      await page.getByRole('button', { name: 'Show Tokyo large' }).click();
      await eventually(async () => expect(tuned).toEqual(['low']));
      await page.getByRole('button', { name: 'Show Jinan large' }).click();
      await eventually(async () => expect(tuned).toEqual(['low', 'high']));
    },
    async (page) => {
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => {
          const [, layer] = /"feed:tune".*"layer":"(\w+)"/.exec(String(payload)) ?? [];
          if (layer) tuned.push(layer);
        }),
      );
    },
  );
});

it('tells moderators, speakers and interpreters as whom they are here', async () => {
  const { page, leave } = await visit(browser, server.url);
  await acceptInvitation(page, server, forum, 'interpreter');
  await page.goto(sessionPath(forum, 'Track 1'));
  await page.getByRole('banner').getByText('Interpreter', { exact: true }).waitFor();
  await leave();
});

it('says that the connection is lost, goes on showing the halls, and comes back by itself', async () => {
  let blocked = false;
  const cuts: (() => Promise<void>)[] = [];
  await attend(
    async ({ page }) => {
      const connections = await page.evaluate('window.connections.length');
      blocked = true;
      await Promise.all(cuts.map((cut) => cut()));
      const lost = page.getByText('Connection lost. Reconnecting by itself…');
      await lost.waitFor();
      await seesAdvancing(page, 1);
      blocked = false;
      await lost.waitFor({ state: 'detached' });
      await seesAdvancing(page, 1);
      await hearsExactly(page, [tones.jinan]);
      expect(await page.evaluate('window.connections.length')).toBe(connections);
    },
    async (page) => {
      await page.routeWebSocket('**/socket.io/**', (socket) => {
        if (blocked) return void socket.close();
        socket.connectToServer();
        cuts.push(() => socket.close({ code: 1011 }));
      });
    },
  );
});

it('lets a duplicated tab take over, and be taken back from', () =>
  attend(async ({ page }) => {
    const peer = await page.evaluate("sessionStorage.getItem('manyhalls.peer')");
    const duplicate = await page.context().newPage();
    await duplicate.addInitScript(`sessionStorage.setItem('manyhalls.peer', ${JSON.stringify(peer)})`);
    await duplicate.goto(sessionPath(forum, 'Track 1'));
    await page.getByRole('heading', { name: 'You are attending in another window' }).waitFor();
    await duplicate.close();
    await page.getByRole('button', { name: 'Continue here' }).click();
    await seesAdvancing(page, 1);
  }));

it('leaves at once when the organisers withdraw the access', () =>
  attend(async ({ page }) => {
    const { event, organiser } = forum;
    const [participant] = await server.database.query(
      "SELECT id FROM participants WHERE display_name = 'Attendee'",
    );
    await ask(server, 'POST', `events/${event.id}/participants/${String(participant?.id)}/revoke`, {
      ticket: organiser.ticket,
    });
    await page.getByRole('heading', { name: 'Your access has been withdrawn' }).waitFor();
    expect(await page.evaluate(receivedPictures)).toEqual([]);
  }));
