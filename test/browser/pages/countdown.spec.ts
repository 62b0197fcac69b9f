import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { installSettableClock } from '../in-page/settable-clock';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { registerAttendee } from '../support/people';
import { startProduct } from '../support/product';
import { callShow, type ShowCaller } from '../support/show-caller';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

const minutes = 60_000;

let server: TestServer;
let browser: Browser;
let forum: Forum;
let caller: ShowCaller;
let right: Visitor;

/** An interval of ten minutes is on programme, and somebody whose clock is right looks at it. */
beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  caller = await callShow(server, forum, 'Opening');
  await caller.become('live');
  await caller.take({
    type: 'interval',
    title: { zh: '茶歇', ja: '休憩', ko: '휴식', en: 'Interval' },
    layout: 'slate',
    speakers: [],
    lengthSeconds: 600,
  });
  right = await attendee(0);
});
afterAll(async () => {
  caller?.client.close();
  await browser?.close();
  await server?.stop();
});

/** @param wrongBy how wrong the clock of their laptop is, in milliseconds */
async function attendee(wrongBy: number): Promise<Visitor> {
  const visitor = await visit(browser, server.url);
  await visitor.page.addInitScript(installSettableClock, wrongBy);
  await registerAttendee(visitor.page, forum, 'Attendee');
  return visitor;
}

/** What the countdown shows, in seconds. */
async function countdown(page: Page): Promise<number> {
  const [, sign, minute, second] =
    /^(\+?)(\d+):(\d+)$/.exec((await page.getByRole('timer').textContent()) ?? '') ?? [];
  return (sign ? -1 : 1) * (Number(minute) * 60 + Number(second));
}

/** Waits until both show the same, within a second. */
const agree = (one: Page, other: Page) =>
  eventually(async () => {
    const [here, there] = await Promise.all([countdown(one), countdown(other)]);
    expect(Math.abs(here - there)).toBeLessThanOrEqual(1);
  });

it.each([5 * minutes, -5 * minutes])(
  'is the same on a laptop whose clock is wrong by %i ms',
  async (wrong) => {
    const visitor = await attendee(wrong);
    await agree(visitor.page, right.page);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  },
);

it('does not move when somebody sets the clock while the page is open', async () => {
  const { page, leave } = await attendee(0);
  await agree(page, right.page);
  await page.evaluate('setClockWrong(-300000)');
  await agree(page, right.page);
  await leave();
});

it('is right again by itself after the laptop has slept', async () => {
  const { page, leave } = await attendee(0);
  await agree(page, right.page);
  await page.evaluate('sleep(180000)');
  await agree(page, right.page);
  await leave();
});

it('stands still while the cue is held, and says so; an interval then continues shortly', async () => {
  const { take } = await caller.show();
  await caller.client.ask('cue:hold', { takeId: take?.id ?? '', held: true });
  await right.page.getByText('Held', { exact: true }).waitFor();
  await right.page.getByText('We continue shortly').waitFor();
  const late = await attendee(5 * minutes);
  await eventually(async () => expect(await countdown(right.page)).toBe(await countdown(late.page)));
  const held = await countdown(late.page);
  await late.page.waitForTimeout(2_100);
  expect(await countdown(late.page)).toBe(held);
  expect(await countdown(right.page)).toBe(held);
  await late.leave();
});

it('says when the interval is over in every hall, and then that it is over', async () => {
  await caller.take({ type: 'interval', title: { en: 'Tea' }, layout: 'slate', lengthSeconds: 300 });
  const slate = right.page.locator('[data-cue-slate]');
  await slate.getByText('Continues at').waitFor();
  expect(await slate.innerText()).toMatch(/\d\d:\d\d Jinan[^]*\d\d:\d\d Tokyo · Osaka/);
  await caller.take({ type: 'interval', title: { en: 'Coffee' }, layout: 'slate', lengthSeconds: 1 });
  await slate.getByText('Over').waitFor();
});
