import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit } from '../support/chromium';
import { openDemoHalls } from '../support/demo-halls';
import { makeForum, type Forum } from '../support/forum';
import { browserOf, inTurn, looks, nameOf, type Look } from '../support/looks';
import { threeNodes } from '../support/media-ports';
import { acceptInvitation, registerAttendee, sessionPath } from '../support/people';
import { startProduct } from '../support/product';
import { callShow } from '../support/show-caller';
import { expectUsable } from '../support/usable';
import { words } from '../support/words';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

type Stored = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A hall stays as it was when its host leaves, so every look has a session of its own. */
const own: Record<Language, string> = { en: 'Track 1', ja: 'Track 2', zh: 'Signing', ko: 'City' };

let server: TestServer;
let browser: Browser;
let forum: Forum;
let states: Record<'attendee' | 'host' | 'caller', Stored>;

const stateAfter = async (come: (page: Page) => Promise<unknown>): Promise<Stored> => {
  const { page, leave } = await visit(browser, server.url);
  await come(page);
  const state = await page.context().storageState();
  await leave();
  return state;
};

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  states = {
    attendee: await stateAfter((page) => registerAttendee(page, forum, 'Attendee')),
    host: await stateAfter((page) => acceptInvitation(page, server, forum, 'venue-host', 'jinan')),
    caller: await stateAfter((page) => acceptInvitation(page, server, forum, 'show-caller')),
  };
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody comes to a session's page, with a browser of their own. */
async function come(
  one: Look,
  who: keyof typeof states,
  address: string,
  story: (page: Page, look: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { page, troubles, leave } = await visit(browser, server.url, browserOf(one, states[who]));
  const look = async (name: string) => {
    await expectUsable(page, `${name}-${nameOf(one)}`);
    expect(await page.evaluate('document.documentElement.lang')).toMatch(new RegExp(`^${one.language}`));
  };
  try {
    await page.goto(address);
    await story(page, look);
    expect(troubles).toEqual([]);
  } finally {
    await leave();
  }
}

/** Waits until so many feeds are seen. */
const seen = (page: Page, count: number) =>
  page.locator(`:nth-match([data-feed][data-seen], ${count})`).waitFor({ state: 'attached' });

const button = (page: Page, language: Language, key: string) =>
  page.getByRole('button', { name: words(language, key), exact: true });

describe.each(looks)('before a session, in $language, $scheme, $size,', (one) => {
  const { language } = one;
  const path = () => sessionPath(forum, own[language]);

  if (inTurn(one, 0))
    it('the waiting page can be used', () =>
      come(one, 'attendee', path(), async (page, look) => {
        await page.getByText(words(language, 'attendee:waiting.hint')).waitFor();
        await look('waiting');
      }));

  if (inTurn(one, 1))
    it('the hall’s page can be used', () =>
      come(one, 'host', `${path()}/hall`, async (page, look) => {
        await button(page, language, 'hall:devices.open').waitFor();
        await look('hall-start');
        await button(page, language, 'hall:devices.open').click();
        await button(page, language, 'hall:enterGreenRoom').click();
        await button(page, language, 'hall:goOnAir').waitFor();
        await look('hall-green-room');
        await button(page, language, 'hall:goOnAir').click();
        await page.getByText('Mbit/s').waitFor();
        await look('hall-on-air');
        await button(page, language, 'hall:leaveAir').click();
        await page.getByRole('dialog').waitFor();
        await look('hall-leave-air');
      }));
});

describe('during a session', () => {
  beforeAll(async () => {
    const caller = await callShow(server, forum, 'Opening');
    await openDemoHalls(server, forum, caller.sessionId);
    await caller.become('live');
    caller.client.close();
  });

  describe.each(looks)('in $language, $scheme, $size,', (one) => {
    const { language } = one;

    if (inTurn(one, 0))
      it('the programme can be used', () =>
        come(one, 'attendee', sessionPath(forum, 'Opening'), async (page, look) => {
          await seen(page, 4);
          await look('live');
          await button(page, language, 'attendee:controls.allEqual').click();
          await page.getByRole('tab').last().click();
          await seen(page, 3);
          await look('live-equal');
          await button(page, language, 'attendee:controls.soundOnly').click();
          await page.getByText(words(language, 'attendee:soundOnly.text')).waitFor();
          await look('live-sound-only');
        }));

    if (inTurn(one, 1))
      it('the control room can be used', () =>
        come(one, 'caller', `${sessionPath(forum, 'Opening')}/control`, async (page, look) => {
          await seen(page, 3);
          await look('control');
          await button(page, language, 'control:status.to.ended').click();
          await page.getByRole('dialog').waitFor();
          await look('control-end');
        }));
  });
});

describe('after a session', () => {
  beforeAll(async () => {
    const caller = await callShow(server, forum, 'Opening');
    await caller.become('ended');
    caller.client.close();
  });

  it.each(looks)('the closing page can be used, in $language, $scheme, $size', (look) =>
    come(look, 'attendee', sessionPath(forum, 'Opening'), async (page, lookAt) => {
      await page.getByRole('heading', { name: words(look.language, 'attendee:ended.title') }).waitFor();
      await lookAt('ended');
    }),
  );
});
