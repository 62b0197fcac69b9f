import type { Browser, Page } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import type { TestServer } from '../../factories/server';
import { installHallDevices } from '../in-page/hall-devices';
import { seriousFindings } from '../support/axe';
import { desktop, launchChromium, phone, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { enterGreenRoom, goOnAir, openHalls, otherTone, tones, type Hosts } from '../support/halls';
import { threeNodes } from '../support/media-ports';
import { acceptInvitation, registerAttendee, sessionPath, watchfulVisit } from '../support/people';
import { picture } from '../support/pictures';
import { callShow } from '../support/show-caller';
import { startProduct } from '../support/product';
import { hearsExactly, seesAdvancing } from '../support/received';
import { expectUsable } from '../support/usable';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story, told in the order in which a turn goes.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let speaker: Visitor;
let listener: Visitor;
let moderator: Visitor;
let caller: Visitor;
let hosts: Hosts;
let jinan: Page;

/** Jinan is on air, and a session is live. */
beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  hosts = await openHalls(browser, server, forum, ['jinan']);
  jinan = hosts.of('jinan');
  await enterGreenRoom(jinan);
  await goOnAir(jinan);
  [speaker, listener, moderator, caller] = [
    await watchfulVisit(browser, server),
    await watchfulVisit(browser, server),
    await watchfulVisit(browser, server),
    await watchfulVisit(browser, server),
  ];
  await speaker.page.addInitScript(installHallDevices, { name: 'speaker', tone: otherTone, otherTone });
  await registerAttendee(speaker.page, forum, 'Office of the Rector');
  await registerAttendee(listener.page, forum, 'Attendee Two');
  await acceptInvitation(moderator.page, server, forum, 'moderator');
  await acceptInvitation(caller.page, server, forum, 'show-caller');
  // A control room's screen: pictures below the fold are not sent for.
  await caller.page.setViewportSize({ width: 1920, height: 1400 });
  await caller.page.goto(`${sessionPath(forum, 'Opening')}/control`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const raised = (page: Page) => page.getByRole('region', { name: 'Raised hands' });
const turn = (page: Page) => page.getByRole('region', { name: 'Your turn to speak' });
const step = (name: string, { page } = moderator) =>
  raised(page).getByRole('button', { name: `${name}: Office of the Rector` });
/** The speaker's picture in the control room, or in what a hall is sent back. */
const monitor = (page: Page) => page.getByRole('article', { name: 'Office of the Rector' });
const announced = (page: Page, words: string) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });

const languageNames: Record<Language, string> = { zh: '中文', ja: '日本語', ko: '한국어', en: 'English' };

/** Every page as it is now, in every language, large or small. */
async function look(
  name: string,
  visitor: Visitor,
  pages: readonly (readonly [Language, 'desktop' | 'phone'])[],
) {
  const { page } = visitor;
  for (const [language, size] of pages) {
    await page.setViewportSize(size === 'phone' ? phone : desktop);
    await speak(page, language);
    await expectUsable(page, `hands-${name}-${language}-${size}`);
  }
  await page.setViewportSize(desktop);
  await speak(page, 'en');
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: /English|日本語|中文|한국어/ }).click();
  await page.getByRole('menuitem', { name: languageNames[language] }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await eventually(async () =>
    expect(await page.evaluate('document.documentElement.lang')).toMatch(language),
  );
}

it('is asked for with a few words, and the crew sees who asks', async () => {
  const { page } = speaker;
  await page.getByRole('button', { name: 'Ask to speak' }).click();
  await picture(page, 'hands-asking-en-desktop');
  expect(await seriousFindings(page)).toEqual([]);
  // Also letters that are keys of the stage.
  await page.getByRole('textbox', { name: 'What is it about?' }).pressSequentially('magma gas');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask to speak' }).click();
  await page.getByRole('button', { name: 'Hand raised: place 1' }).waitFor();
  await announced(page, 'Your place in the queue: 1');
  await look('raised', speaker, [
    ['en', 'phone'],
    ['zh', 'phone'],
    ['ja', 'phone'],
    ['ko', 'phone'],
  ]);
  await listener.page.getByRole('button', { name: 'Ask to speak' }).click();
  await listener.page.getByRole('dialog').getByRole('button', { name: 'Ask to speak' }).click();
  await listener.page.getByRole('button', { name: 'Hand raised: place 2' }).waitFor();
  const item = raised(moderator.page).getByRole('listitem').filter({ hasText: 'Office of the Rector' });
  for (const known of ['University', 'Japan', 'magma gas', 'Waiting']) await item.getByText(known).waitFor();
});

it('lets the moderator admit; nothing is sent before the speaker agrees', async () => {
  const { page } = speaker;
  await page.reload();
  await step('Admit to the green room').click();
  await listener.page.getByRole('button', { name: 'Hand raised: place 1' }).waitFor();
  await turn(page).getByText('You are invited to speak').waitFor();
  await announced(page, 'You are invited to speak');
  await turn(page).getByRole('button', { name: 'Turn on camera and microphone' }).click();
  await turn(page).getByRole('button', { name: 'Enter the green room' }).waitFor();
  expect(await step('Put on programme').count()).toBe(0);
  await look('invited', speaker, [
    ['en', 'desktop'],
    ['ja', 'phone'],
    ['zh', 'phone'],
    ['ko', 'desktop'],
  ]);
  await turn(page).getByRole('button', { name: 'Enter the green room' }).click();
  await raised(moderator.page).getByText('In the green room').waitFor();
  await seesAdvancing(listener.page, 1);
});

it('is on preview in the control room, seen and heard, and nowhere else', async () => {
  const preview = monitor(caller.page);
  await preview.getByText('Next', { exact: true }).waitFor();
  await preview.getByText('Green room').waitFor();
  await seesAdvancing(caller.page, 2);
  await preview.locator('[data-seen]').waitFor();
  await eventually(async () =>
    expect(await preview.getByRole('meter').getAttribute('aria-valuetext')).toBe('Sound'),
  );
  // Received for the meters, whether or not it is listened to.
  await hearsExactly(caller.page, [tones.jinan, otherTone]);
  await preview.getByRole('button', { name: 'Listen' }).click();
  await preview.getByRole('button', { name: 'Listen', pressed: true }).waitFor();
  await picture(caller.page, 'hands-preview-en-desktop');
  expect(await seriousFindings(caller.page)).toEqual([]);
  await preview.getByRole('button', { name: 'Listen' }).click();
  await hearsExactly(jinan, []);
  expect(await monitor(jinan).count()).toBe(0);
});

it('is seen by everybody once put on programme, also after a reload of the speaker', async () => {
  await step('Put on programme', caller).click();
  await turn(speaker.page).getByText('The audience and all halls see and hear you now.').waitFor();
  await announced(speaker.page, 'The audience and all halls see and hear you now.');
  await seesAdvancing(listener.page, 2);
  await hearsExactly(listener.page, [tones.jinan, otherTone]);
  await hearsExactly(speaker.page, [tones.jinan]);
  await monitor(caller.page).getByText('Programme', { exact: true }).waitFor();
  await seesAdvancing(jinan, 1);
  await hearsExactly(jinan, [otherTone]);
  await monitor(jinan).locator('[data-seen]').waitFor();
  await picture(jinan, 'hands-hall-en-desktop');
  await picture(caller.page, 'hands-control-en-desktop');
  const desk = await callShow(server, forum, 'Opening');
  await desk.take({ type: 'questions', layout: 'all-halls' });
  await turn(speaker.page).getByRole('timer').waitFor();
  desk.client.close();
  await look('on-programme', speaker, [
    ['zh', 'desktop'],
    ['ko', 'phone'],
  ]);
  await look('crew', moderator, [
    ['en', 'phone'],
    ['ja', 'desktop'],
  ]);
  await speaker.page.reload();
  await turn(speaker.page).getByText('The audience and all halls see and hear you now.').waitFor();
  await turn(speaker.page).getByRole('button', { name: 'Mute microphone' }).waitFor();
  await seesAdvancing(listener.page, 2);
  await hearsExactly(jinan, [otherTone]);
});

it('is over for everybody at once, with thanks to the speaker', async () => {
  await step('End the turn').click();
  await speaker.page.getByRole('group', { name: 'Thank you for your contribution' }).waitFor();
  await announced(speaker.page, 'Thank you for your contribution');
  await turn(speaker.page).waitFor({ state: 'detached' });
  await seesAdvancing(listener.page, 1);
  await hearsExactly(listener.page, [tones.jinan]);
  await hearsExactly(jinan, []);
  for (const page of [jinan, caller.page]) await monitor(page).waitFor({ state: 'detached' });
  await expect(moderator.page.getByText('The turn of Office of the Rector has ended.').count()).resolves.toBe(
    1,
  );
  await look('over', speaker, [
    ['ja', 'desktop'],
    ['en', 'phone'],
  ]);
});

it('troubles nobody’s console', () => {
  for (const { troubles } of [speaker, listener, moderator, caller]) expect(troubles).toEqual([]);
});
