import type { Browser, Page } from 'playwright-core';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { invitationOf } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { startProduct } from '../support/product';

let server: TestServer;
let browser: Browser;
let forum: Forum;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');

it.each([
  ['zh-TW', 'zh-Hans', '会议日程'],
  ['ja-JP', 'ja', 'プログラム'],
  ['ko-KR', 'ko', '프로그램'],
  ['en-US', 'en', 'Programme'],
  ['fr-FR', 'en', 'Programme'],
])('a browser in %s is addressed in %s', async (locale, lang, heading) => {
  const { page, leave } = await visit(browser, server.url, { locale });
  await page.goto('/events/cities-2026');
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  expect(await languageOf(page)).toBe(lang);
  await leave();
});

it('is switched on every page at once, and stays so', async () => {
  const { page, leave } = await visit(browser, server.url);
  await page.goto('/events/cities-2026');
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitem', { name: '日本語' }).click();
  await page.getByRole('heading', { name: '2026 東アジア都市産業協力セミナー' }).waitFor();
  expect(await languageOf(page)).toBe('ja');
  await page.reload();
  await page.getByRole('heading', { name: 'プログラム' }).waitFor();
  await page.getByRole('link', { name: '参加登録' }).click();
  await page.getByRole('heading', { name: '参加登録' }).waitFor();
  expect(await page.title()).toBe('参加登録 · Manyhalls');
  await leave();
});

it('marks every text with the language it is in, also where it falls back', async () => {
  await server.database.query(`UPDATE venues SET name = '{"ja": "大ホール"}' WHERE key = 'osaka'`);
  const { page, leave } = await visit(browser, server.url, { locale: 'zh-CN' });
  await page.goto('/events/cities-2026');
  const clocks = page.getByRole('list', { name: '各会场及当地时间' });
  const fontOf = (text: string) =>
    clocks.getByText(text).evaluate((element) => ({
      lang: element.getAttribute('lang'),
      font: /Noto Sans (CJK )?(SC|JP|KR)/.exec(getComputedStyle(element).fontFamily)?.[2],
    }));
  expect(await fontOf('产业会馆 大会议厅')).toEqual({ lang: 'zh-Hans', font: 'SC' });
  expect(await fontOf('大ホール')).toEqual({ lang: 'ja', font: 'JP' });
  await leave();
});

it('follows an invitation, unless the person has chosen', async () => {
  const { link } = await server
    .get(InvitationsService)
    .invite(forum.event.id, invitationOf('speaker', { language: 'ko' }));
  const guest = await visit(browser, server.url);
  await guest.page.goto(link);
  await guest.page.getByRole('button', { name: '초청 수락' }).waitFor();
  expect(await languageOf(guest.page)).toBe('ko');
  await guest.page.getByRole('button', { name: '언어: 한국어' }).click();
  await guest.page.getByRole('menuitem', { name: 'English' }).click();
  await guest.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await guest.page.waitForURL('**/sessions/*');
  expect(await languageOf(guest.page)).toBe('en');
  await guest.leave();
});
