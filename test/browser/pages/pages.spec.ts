import type { Language } from '@manyhalls/contracts';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { invitationOf, register } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { browserOf, inTurn, looks, nameOf } from '../support/looks';
import { picture } from '../support/pictures';
import { startProduct } from '../support/product';
import { excess, expectUsable } from '../support/usable';

let server: TestServer;
let browser: Browser;
let forum: Forum;
/** What a browser keeps of an organiser. */
let organised: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  // Every state there is, so that each is looked at.
  for (const [status, title] of [
    ['live', 'Opening%'],
    ['rehearsing', 'Track 1%'],
    ['ended', 'City%'],
  ])
    await server.database.query("UPDATE sessions SET status = $1 WHERE title ->> 'en' LIKE $2", [
      status,
      title,
    ]);
  const invitations = server.get(InvitationsService);
  const { id, slug, venues } = forum.event;
  await invitations.invite(id, invitationOf('venue-host', { venueId: venues[0]?.id }));
  await invitations.invite(id, invitationOf('moderator'));
  await register(server, slug, { consentVersion: forum.event.consent.version });

  const { page, leave } = await visit(browser, server.url);
  await page.goto((await invitations.inviteOrganiser('Office of the Organiser')).link);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL('**/organise');
  organised = await page.context().storageState();
  await leave();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** How to come to each page, and what shows that it is there. */
const publicPages: Record<string, (page: Page, language: Language) => Promise<void>> = {
  home: (page) => open(page, '/', 'a[href="/events/cities-2026"]'),
  event: (page) => open(page, '/events/cities-2026', 'h2'),
  register: (page) => open(page, '/events/cities-2026/register', 'form'),
  'register-incomplete': async (page) => {
    await open(page, '/events/cities-2026/register', 'form');
    await page.locator('button[type=submit]').click();
    await page.locator('[aria-invalid=true]').first().waitFor();
  },
  invite: async (page, language) => {
    const { link } = await server
      .get(InvitationsService)
      .invite(forum.event.id, invitationOf('venue-host', { venueId: forum.event.venues[1]?.id, language }));
    await open(page, link, 'article');
  },
  'invite-invalid': (page) => open(page, `/invite#${'x'.repeat(43)}`, '[role=alert]'),
  'not-found': (page) => open(page, '/nowhere', 'h1'),
  'not-signed-in': (page) => open(page, '/organise/cities-2026', 'h1'),
};

const organiserPages: Record<string, (page: Page, language: Language) => Promise<void>> = {
  organise: (page) => open(page, '/organise', 'a[href="/organise/cities-2026"]'),
  create: (page) => open(page, '/organise?create', 'form'),
  details: (page) => open(page, '/organise/cities-2026', '[role=tabpanel] form'),
  venues: (page) => open(page, '/organise/cities-2026?tab=venues', 'ol > li'),
  'venue-form': async (page) => {
    await open(page, '/organise/cities-2026?tab=venues', 'ol > li');
    await page.locator('[role=tabpanel]:visible ol > li').first().getByRole('button').nth(2).click();
    await page.getByRole('dialog').locator('form').waitFor();
  },
  sessions: (page) => open(page, '/organise/cities-2026?tab=sessions', '[role=tabpanel] li'),
  'session-form': async (page) => {
    await open(page, '/organise/cities-2026?tab=sessions', '[role=tabpanel] li');
    await page.locator('[role=tabpanel]:visible button').first().click();
    await page.getByRole('dialog').locator('form').waitFor();
  },
  people: (page) => open(page, '/organise/cities-2026?tab=people', '[role=tabpanel] section + section li'),
  'revoke-confirmation': async (page) => {
    await open(page, '/organise/cities-2026?tab=people', '[role=tabpanel] section + section li');
    await page.locator('[role=tabpanel]:visible section + section li button').first().click();
    await page.getByRole('dialog').waitFor();
  },
};

async function open(page: Page, address: string, sign: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator(sign).filter({ visible: true }).first().waitFor();
}

/** Makes every text in the page 40% longer, as a translation may. */
const lengthenWords = `{
  const texts = document.createTreeWalker(document.getElementById('root').parentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.parentElement.closest('script, style'))
      node.data += node.data.slice(0, Math.ceil(node.data.length * 0.4));
  }
}`;

describe.each(looks)('in $language, $scheme, $size', (one) => {
  const { language } = one;
  let pages: Record<'everybody' | 'organiser', Awaited<ReturnType<typeof visit>>>;

  beforeAll(async () => {
    pages = {
      everybody: await visit(browser, server.url, browserOf(one)),
      organiser: await visit(browser, server.url, browserOf(one, organised)),
    };
  });
  afterAll(() => Promise.all(Object.values(pages ?? {}).map(({ leave }) => leave())));

  const all = [
    ...Object.entries(publicPages).map(([name, come]) => ({ name, come, who: 'everybody' as const })),
    ...Object.entries(organiserPages).map(([name, come]) => ({ name, come, who: 'organiser' as const })),
  ];
  it.each(all.filter((_, place) => inTurn(one, place)))(
    '$name can be used by everybody and fits',
    async ({ name, come, who }) => {
      const { page, troubles } = pages[who];
      await come(page, language);
      await expectUsable(page, `${name}-${nameOf(one)}`);
      expect(await page.evaluate('document.documentElement.lang')).toMatch(new RegExp(`^${language}`));
      await page.evaluate(lengthenWords);
      await picture(page, `${name}-${nameOf(one)}-longer`);
      expect(await excess(page)).toBe(0);
      expect(troubles).toEqual([]);
    },
  );
});
