import type { Browser, BrowserContext } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import type { TestServer } from '../../factories/server';
import { launchChromium, phone, visit } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { inNoLanguage, locales } from '../support/looks';
import { threeNodes } from '../support/media-ports';
import { sessionPath } from '../support/people';
import { startProduct } from '../support/product';
import { askMany, moderate, press, row } from '../support/questions';
import { words } from '../support/words';
import { expectUsable } from '../support/usable';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

const asked: Record<Language, string[]> = {
  zh: [
    '三地港口将如何协同运营？',
    '中小企业怎样参与合作项目？',
    '人才交流计划的经费由哪一方承担，申请条件与时间安排又是怎样的？',
  ],
  ja: [
    '三都市の港はどのように連携しますか。',
    '中小企業はどのように参加できますか。',
    '人材交流の費用はどちらが負担し、申請の条件と日程はどのようになりますか。',
  ],
  ko: [
    '세 도시의 항만은 어떻게 협력합니까?',
    '중소기업은 어떻게 참여할 수 있습니까?',
    '인력 교류 비용은 어느 쪽에서 부담하며 신청 조건과 일정은 어떻게 됩니까?',
  ],
  en: [
    'How will the ports of the three cities work together?',
    'How can small enterprises take part?',
    'Which side pays for the exchange of staff, and what are the conditions and dates for applying to it?',
  ],
};
const languages = Object.keys(asked) as Language[];
const thirty = Array.from({ length: 30 }, (_, index) => {
  const language = languages[index % 4] ?? 'en';
  return { language, text: `${asked[language][index % 3] ?? ''} (${index + 1})` };
});

let server: TestServer;
let browser: Browser;
let forum: Forum;
let state: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  const { page, leave } = await visit(browser, server.url);
  await moderate(page, server, forum, 'Moderation Office');
  await askMany(server, forum, thirty);
  for (const number of [1, 2, 3, 4]) {
    await press(page, `(${number})`, 'a');
    await row(page, 'Approved, in order', `(${number})`).waitFor();
  }
  await press(page, '(2)', 'c');
  await row(page, 'Claimed by me', '(2)').waitFor();
  state = await page.context().storageState();
  await leave();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(languages)('the desk with thirty questions, in %s,', (language) => {
  it.each([
    ['on a laptop', { width: 1366, height: 768 }],
    ['on a phone', phone],
  ])('%s', async (where, viewport) => {
    const { page, troubles, leave } = await visit(browser, server.url, {
      locale: locales[language],
      viewport,
      storageState: inNoLanguage(state),
    });
    await page.goto(`${sessionPath(forum, 'Opening')}/moderate`);
    const list = page.getByRole('navigation', { name: words(language, 'moderate:list') });
    await list.getByRole('button', { name: '(3)' }).click();
    await page.getByRole('button', { name: words(language, 'moderate:deed.claim'), exact: true }).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(30);
    await expectUsable(page, `crowded-${language}-${where.replaceAll(' ', '-')}`);
    expect(troubles).toEqual([]);
    await leave();
  });
});
