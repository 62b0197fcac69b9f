import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { seriousFindings } from '../support/axe';
import { desktop, launchChromium, phone, visit, type Visitor } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { framesReceived } from '../support/frames';
import { acceptInvitation, registerAttendee, sessionPath } from '../support/people';
import { picture } from '../support/pictures';
import { startProduct } from '../support/product';
import { words } from '../support/words';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story, told in the order in which a poll goes.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let moderator: Visitor;
let first: Visitor;
let second: Visitor;
let hall: Visitor;
/** All that reached the second attendee. */
let heard: string[];

const question = 'Which topic should come next?';

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [moderator, first, second, hall] = [
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
  ];
  heard = framesReceived(second.page);
  await acceptInvitation(moderator.page, server, forum, 'moderator');
  await moderator.page.goto(`${sessionPath(forum, 'Opening')}/moderate`);
  await acceptInvitation(hall.page, server, forum, 'venue-host', 'tokyo');
  await registerAttendee(first.page, forum, 'Attendee One');
  await registerAttendee(second.page, forum, 'Attendee Two');
  await second.page.getByRole('tab', { name: 'Questions' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = () => moderator.page.getByRole('dialog', { name: 'Polls' });
const pollsOf = (page: Page) => page.getByRole('region', { name: 'Polls' });

async function write(label: string, en: string, ja: string): Promise<void> {
  await desk()
    .getByRole('textbox', { name: `${label}, English` })
    .fill(en);
  await desk()
    .getByRole('textbox', { name: `${label}, 日本語` })
    .fill(ja);
}

describe('a moderator', () => {
  it('writes a poll in two languages, with the keyboard alone, and nobody else knows of it', async () => {
    await moderator.page.getByRole('button', { name: 'Polls' }).press('Enter');
    await desk().getByRole('button', { name: 'New poll' }).press('Enter');
    await desk().getByRole('button', { name: 'Save as draft' }).press('Enter');
    await desk().getByText('Each option needs text in at least one language.').first().waitFor();
    await write('Question', question, '次はどの議題をご希望ですか');
    await write('Option 1', 'Ports', '港湾');
    await write('Option 2', 'Medicine', '医療');
    await desk().getByRole('button', { name: 'Add an option' }).press('Enter');
    await write('Option 3', 'Tourism', '観光');
    await picture(moderator.page, 'polls-form');
    expect(await seriousFindings(moderator.page)).toEqual([]);
    await desk().getByRole('button', { name: 'Save as draft' }).press('Enter');
    await desk().getByText('Draft', { exact: true }).waitFor();
    expect(heard.join('\n')).not.toContain(question);
  });

  it('opens it, and everybody is told wherever they are looking', async () => {
    await desk().getByRole('button', { name: 'Open the poll' }).press('Enter');
    await first.page
      .getByRole('status')
      .filter({ hasText: `A poll has opened: ${question}` })
      .waitFor();
    await first.page.getByRole('button', { name: `Poll: ${question}` }).click();
    for (const { page } of [first, second])
      await pollsOf(page).getByRole('radiogroup', { name: question }).waitFor();
    await picture(second.page, 'polls-open');
    expect(await seriousFindings(second.page)).toEqual([]);
  });
});

describe('attendees', () => {
  it('answer, change their minds, and are not shown what others chose', async () => {
    await choose(first.page, 'Ports');
    await choose(second.page, 'Tourism');
    await pollsOf(second.page).getByRole('button', { name: 'Change your answer' }).click();
    await choose(second.page, 'Ports');
    await desk().getByText('100% · 2').waitFor();
    await desk().getByText('2 people have answered').waitFor();
    expect(await pollsOf(second.page).getByRole('list', { name: 'Results' }).count()).toBe(0);
    expect(heard.join('\n')).not.toContain('"people"');
    await pollsOf(hall.page).getByText('Tourism').waitFor();
    expect(await pollsOf(hall.page).getByRole('list', { name: 'Results' }).count()).toBe(0);
  });

  it('find their answer again after a reload', async () => {
    await first.page.reload();
    await pollsOf(first.page).getByText('Your answer', { exact: true }).waitFor();
    await pollsOf(first.page).getByRole('listitem').filter({ hasText: 'Ports' }).last().waitFor();
    expect(await pollsOf(first.page).getByRole('radio').count()).toBe(0);
  });

  it('see the results from the moment a moderator shows them, in figures', async () => {
    await desk().getByRole('switch', { name: 'Results shown to everybody' }).press('Space');
    for (const { page } of [first, second])
      await pollsOf(page)
        .getByRole('listitem')
        .filter({ hasText: /^Ports.*100% · 2$/s })
        .last()
        .waitFor();
    await pollsOf(second.page).getByRole('button', { name: 'Change your answer' }).click();
    await pollsOf(second.page).getByRole('button', { name: 'Take the answer back' }).click();
    await pollsOf(first.page).getByText('1 person has answered').waitFor();
    await choose(second.page, 'Medicine');
    await pollsOf(first.page).getByText('2 people have answered').waitFor();
    await picture(moderator.page, 'polls-desk');
    await pollsOf(hall.page).getByText('2 people have answered').waitFor();
    await picture(hall.page, 'polls-hall');
    for (const { page } of [second, moderator, hall]) expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(['zh', 'ja', 'ko', 'en'] as const)('read them in %s, also on a phone', async (language) => {
    const { page } = second;
    await page.evaluate((chosen) => localStorage.setItem('manyhalls.language', chosen), language);
    for (const [name, viewport] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(viewport);
      await page.reload();
      await page.getByText(words(language, 'polls:yours'), { exact: true }).waitFor();
      await picture(page, `polls-results-${name}-${language}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    }
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('no longer see results that are hidden, and the poll when it is closed', async () => {
    await desk().getByRole('switch', { name: 'Results shown to everybody' }).press('Space');
    await pollsOf(first.page).getByRole('list', { name: 'Results' }).waitFor({ state: 'detached' });
    await desk().getByRole('button', { name: 'Close the poll' }).press('Enter');
    await pollsOf(first.page).getByText('Closed', { exact: true }).waitFor();
    await pollsOf(hall.page).waitFor({ state: 'detached' });
    expect(await pollsOf(first.page).getByRole('button').count()).toBe(0);
    await moderator.page.keyboard.press('Escape');
    await moderator.page.getByRole('button', { name: 'Export' }).click();
    const download = moderator.page.waitForEvent('download');
    await moderator.page.getByRole('menuitem', { name: 'Polls as CSV' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('Tourism');
  });

  it('are asked by the show caller, too, from the control room', async () => {
    const caller = await visit(browser, server.url);
    await acceptInvitation(caller.page, server, forum, 'show-caller');
    await caller.page.goto(`${sessionPath(forum, 'Opening')}/control`);
    await caller.page.getByRole('button', { name: 'Polls' }).click();
    await caller.page.getByRole('button', { name: 'Open again' }).click();
    await pollsOf(first.page).getByRole('button', { name: 'Change your answer' }).waitFor();
    await picture(caller.page, 'polls-control');
    expect(caller.troubles).toEqual([]);
  });

  it('were all served without a fault in the page', () => {
    for (const { troubles } of [moderator, first, second, hall]) expect(troubles).toEqual([]);
  });
});

async function choose(page: Page, option: string): Promise<void> {
  await pollsOf(page).getByRole('radio', { name: option }).check();
  await pollsOf(page).getByRole('button', { name: 'Send the answer' }).click();
  await pollsOf(page).getByRole('button', { name: 'Change your answer' }).waitFor();
}
