import type { Browser } from 'playwright-core';
import type { TestServer } from '../../../factories/server';
import { composer, messageOf, say } from '../../support/chat';
import { desktop, launchChromium, phone, visit, type Visitor } from '../../support/chromium';
import { makeForum, type Forum } from '../../support/forum';
import { acceptInvitation, registerAttendee } from '../../support/people';
import { startProduct } from '../../support/product';
import { expectUsable } from '../../support/usable';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story: people wait, the session is held, and it ends.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let kim: Visitor;
let sato: Visitor;
let caller: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  [kim, sato, caller] = [
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
  ];
  await registerAttendee(kim.page, forum, 'Kim');
  await registerAttendee(sato.page, forum, 'Sato');
  await acceptInvitation(caller.page, server, forum, 'show-caller');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function look({ page }: Visitor, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    await expectUsable(page, `around-${name}-${size}`);
  }
  await page.setViewportSize(desktop);
}

describe('while they wait', () => {
  it('people greet each other, and say in which language where the letters leave it open', async () => {
    await say(kim.page, 'Good morning from Seoul');
    await messageOf(sato.page, 'Good morning from Seoul').waitFor();
    await composer(sato.page).fill('東京 大阪');
    await sato.page.getByRole('button', { name: 'Written in: 中文' }).click();
    await look(sato, 'language');
    await sato.page.getByRole('menuitem', { name: '日本語' }).click();
    await composer(sato.page).press('Enter');
    const words = messageOf(kim.page, '東京 大阪').getByRole('paragraph');
    await words.waitFor();
    expect(await words.getAttribute('lang')).toBe('ja');
    await look(kim, 'waiting');
  });

  it('they ask, for the moderators to prepare', async () => {
    const { page } = kim;
    await page.getByRole('tab', { name: 'Questions' }).click();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('How will the ports work together?');
    await page.getByRole('button', { name: 'Send to the moderators' }).click();
    await page.getByText('Waiting for a moderator').waitFor();
    await look(kim, 'waiting-questions');
    await page.getByRole('tab', { name: 'Chat' }).click();
  });

  it('nothing of it is lost when the session begins, nor what is being written', async () => {
    await composer(sato.page).fill('half a tho');
    await caller.page.getByRole('button', { name: 'Start the session' }).click();
    await sato.page.getByRole('region', { name: 'Programme' }).waitFor();
    await messageOf(sato.page, 'Good morning from Seoul').waitFor();
    expect(await composer(sato.page).inputValue()).toBe('half a tho');
    await composer(sato.page).press('Enter');
    await messageOf(kim.page, 'half a tho').waitFor();
  });
});

describe('after the end', () => {
  it('what was said and asked can be read, and nothing can be added', async () => {
    const { page } = kim;
    await caller.page.getByRole('button', { name: 'End the session' }).click();
    await caller.page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
    await page.getByRole('heading', { name: 'This session has ended' }).waitFor();
    await messageOf(page, 'half a tho').waitFor();
    await page.getByText('The session has ended. What was written can still be read.').waitFor();
    expect(await composer(page).isDisabled()).toBe(true);
    const menu = { name: 'Actions for the message' };
    expect(await messageOf(page, 'half a tho').getByRole('button', menu).count()).toBe(0);
    await messageOf(page, 'Good morning from Seoul').getByRole('button', menu).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Delete']);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await look(kim, 'ended');
    await page.getByRole('tab', { name: 'Questions' }).click();
    await page.getByText('How will the ports work together?').waitFor();
    await page.getByText('This session has ended. Nothing can be added to it any more.').waitFor();
    expect(await page.getByRole('button', { name: 'Ask a question' }).count()).toBe(0);
    await look(kim, 'ended-questions');
  });

  it('whoever comes now can read it', async () => {
    await sato.page.reload();
    for (const text of ['Good morning from Seoul', '東京 大阪', 'half a tho'])
      await messageOf(sato.page, text).waitFor();
  });
});

it('has troubled nobody’s browser', () => {
  expect([kim, sato, caller].flatMap(({ troubles }) => troubles)).toEqual([]);
});
