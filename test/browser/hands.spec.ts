import type { Browser, Page } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import type { TestServer } from '../factories/server';
import { seriousFindings } from './support/axe';
import { desktop, launchChromium, phone, type Visitor } from './support/chromium';
import { eventually } from './support/eventually';
import { makeForum, type Forum } from './support/forum';
import { threeNodes } from './support/media-ports';
import { acceptInvitation, registerAttendee, watchfulVisit } from './support/people';
import { picture } from './support/pictures';
import { startProduct } from './support/product';
import { seesAdvancing } from './support/received';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story, told in the order in which a turn goes.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let speaker: Visitor;
let listener: Visitor;
let moderator: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [speaker, listener, moderator] = [
    await watchfulVisit(browser, server),
    await watchfulVisit(browser, server),
    await watchfulVisit(browser, server),
  ];
  await registerAttendee(speaker.page, forum, 'Office of the Rector');
  await registerAttendee(listener.page, forum, 'Attendee Two');
  await acceptInvitation(moderator.page, server, forum, 'moderator');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const raised = (page: Page) => page.getByRole('region', { name: 'Raised hands' });
const turn = (page: Page) => page.getByRole('region', { name: 'Your turn to speak' });
const step = (name: string) =>
  raised(moderator.page).getByRole('button', { name: `${name}: Office of the Rector` });

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
    await picture(page, `hands-${name}-${language}-${size}`);
    expect(await seriousFindings(page)).toEqual([]);
    const excess = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(excess)).toBe(0);
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
  await seesAdvancing(listener.page, 0);
});

it('is seen by everybody once put on programme, also after a reload of the speaker', async () => {
  await step('Put on programme').click();
  await turn(speaker.page).getByText('The audience and all halls see and hear you now.').waitFor();
  await seesAdvancing(listener.page, 1);
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
  await seesAdvancing(listener.page, 1);
});

it('is over for everybody at once, with thanks to the speaker', async () => {
  await step('End the turn').click();
  await speaker.page.getByText('Thank you for your contribution').waitFor();
  await turn(speaker.page).waitFor({ state: 'detached' });
  await seesAdvancing(listener.page, 0);
  await expect(moderator.page.getByText('The turn of Office of the Rector has ended.').count()).resolves.toBe(
    1,
  );
  await look('over', speaker, [
    ['ja', 'desktop'],
    ['en', 'phone'],
  ]);
});

it('troubles nobody’s console', () => {
  for (const { troubles } of [speaker, listener, moderator]) expect(troubles).toEqual([]);
});
