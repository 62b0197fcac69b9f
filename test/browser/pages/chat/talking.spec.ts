import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { MessageWriter } from '../../../../apps/event-server/src/chat/message-writer.service';
import type { TestServer } from '../../../factories/server';
import { composer, messageOf, say, scrollTo, socketLog, take, toTheEnd } from '../../support/chat';
import { launchChromium, visit, type Visitor } from '../../support/chromium';
import { eventually } from '../../support/eventually';
import { makeForum, type Forum } from '../../support/forum';
import { browserOf, inTurn, looks, nameOf } from '../../support/looks';
import { acceptInvitation, registerAttendee, sessionPath } from '../../support/people';
import { startProduct } from '../../support/product';
import { words } from '../../support/words';
import { expectUsable } from '../../support/usable';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story: what one test says, the next one finds.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let kim: Visitor;
let sato: Visitor;
let moderator: Visitor;
let caller: Visitor;
/** All that Sato's browser was ever told. */
let toldToSato: () => string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  [kim, sato, moderator, caller] = await Promise.all([
    visit(browser, server.url),
    visit(browser, server.url),
    visit(browser, server.url),
    visit(browser, server.url),
  ]);
  toldToSato = socketLog(sato.page);
  await acceptInvitation(caller.page, server, forum, 'show-caller');
  await caller.page.getByRole('button', { name: 'Start the session' }).click();
  await acceptInvitation(moderator.page, server, forum, 'moderator');
  await moderator.page.goto(sessionPath(forum, 'Opening'));
  await registerAttendee(kim.page, forum, 'Kim');
  await registerAttendee(sato.page, forum, 'Sato');
  for (const { page } of [kim, sato, moderator]) await composer(page).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('people', () => {
  it('write to each other, and are shown with institution and country', async () => {
    await say(kim.page, 'Good morning from Seoul');
    for (const { page } of [kim, sato, moderator]) {
      const message = messageOf(page, 'Good morning from Seoul');
      for (const words of ['Kim', 'University', 'Japan']) await message.getByText(words).waitFor();
    }
    expect(await composer(kim.page).inputValue()).toBe('');
  });

  it('write several lines, and do not send while an input method is at work', async () => {
    const field = composer(sato.page);
    await field.fill('first line');
    await field.press('Shift+Enter');
    await field.pressSequentially('second line');
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await field.inputValue()).toBe('first line\nsecond line');
    await field.press('Enter');
    await messageOf(kim.page, 'second line').waitFor();
  });

  it('reply, and see to what', async () => {
    await take(sato.page, 'Good morning from Seoul', 'Reply');
    await sato.page.getByText('Reply to Kim').waitFor();
    await eventually(async () =>
      expect(await sato.page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA'),
    );
    await say(sato.page, 'And from Osaka');
    await messageOf(kim.page, 'And from Osaka')
      .getByRole('blockquote')
      .getByText('Good morning from Seoul')
      .waitFor();
  });

  it('answer in one press, and take it back', async () => {
    await take(sato.page, 'Good morning from Seoul', 'Applause');
    const counted = messageOf(kim.page, 'Good morning from Seoul').getByRole('button', {
      name: 'Applause: 1',
    });
    await counted.click();
    const both = messageOf(sato.page, 'Good morning from Seoul').getByRole('button', { name: 'Applause: 2' });
    await both.waitFor();
    expect(await both.getAttribute('aria-pressed')).toBe('true');
    await both.click();
    await counted.waitFor();
  });

  it('correct and delete their own messages, and nobody else’s', async () => {
    await say(kim.page, 'We are in Tokio');
    await take(kim.page, 'We are in Tokio', 'Edit');
    await composer(kim.page).fill('We are in Tokyo');
    await composer(kim.page).press('Enter');
    await messageOf(sato.page, 'We are in Tokyo').getByText('Edited').waitFor();
    await messageOf(sato.page, 'We are in Tokyo').getByRole('button', { name: 'Actions' }).click();
    await sato.page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    expect(await sato.page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
    await sato.page.keyboard.press('Escape');
    await take(kim.page, 'We are in Tokyo', 'Delete');
    await messageOf(sato.page, 'We are in Tokyo').waitFor({ state: 'detached' });
    await kim.page.getByRole('button', { name: 'Undo' }).click();
    await messageOf(sato.page, 'We are in Tokyo').waitFor();
  });

  it('name each other', async () => {
    await composer(sato.page).pressSequentially('Thank you, @ki');
    await sato.page.getByRole('option', { name: 'Kim' }).waitFor();
    await sato.page.keyboard.press('Enter');
    expect(await composer(sato.page).inputValue()).toBe('Thank you, @Kim ');
    await sato.page.keyboard.press('Enter');
    await messageOf(kim.page, 'Thank you, @Kim').and(kim.page.locator('[data-mine]')).waitFor();
  });

  it('find everything again after a reload, also what they were writing', async () => {
    await composer(kim.page).fill('half a tho');
    await kim.page.reload();
    await messageOf(kim.page, 'Thank you, @Kim').waitFor();
    await messageOf(kim.page, 'Good morning from Seoul').waitFor();
    expect(await composer(kim.page).inputValue()).toBe('half a tho');
    await composer(kim.page).fill('');
  });
});

describe('a moderator', () => {
  it('deletes, and takes it back', async () => {
    await say(kim.page, 'An advertisement');
    await take(moderator.page, 'An advertisement', 'Delete');
    await messageOf(sato.page, 'An advertisement').waitFor({ state: 'detached' });
    await moderator.page.getByRole('button', { name: 'Undo' }).first().click();
    await messageOf(sato.page, 'An advertisement').waitFor();
  });

  it('holds messages with certain words; nobody is sent them before they are approved', async () => {
    await moderator.page.getByRole('tab', { name: 'Moderation' }).click();
    await moderator.page.getByRole('combobox', { name: 'Words that wait for approval' }).fill('lottery');
    await moderator.page.keyboard.press('Enter');
    await moderator.page.getByRole('button', { name: 'Save the words' }).click();
    await moderator.page.getByRole('button', { name: 'Save the words' }).waitFor({ state: 'detached' });
    await moderator.page.getByRole('tab', { name: 'Audience' }).click();

    await say(kim.page, 'Win the ＬＯＴＴＥＲＹ now');
    await messageOf(kim.page, 'Win the').getByText('Waiting for a moderator').waitFor();
    await messageOf(moderator.page, 'Win the').getByText('Waiting for approval').waitFor();
    // Whatever comes now came after it.
    await say(kim.page, 'After the held one');
    await messageOf(sato.page, 'After the held one').waitFor();
    expect(toldToSato()).not.toContain('Win the');
    await take(moderator.page, 'Win the', 'Approve');
    await messageOf(sato.page, 'Win the').waitFor();
  });

  it('pins an announcement and puts a translation beside it', async () => {
    await say(moderator.page, 'The session resumes at 14:00');
    await take(moderator.page, 'The session resumes', 'Pin as announcement');
    const pinned = kim.page.getByRole('region', { name: 'Announcement' });
    await pinned.getByText('The session resumes at 14:00').waitFor();
    await take(moderator.page, 'The session resumes', 'Add a translation');
    const dialog = moderator.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Into' }).click();
    await moderator.page.getByRole('option', { name: '日本語' }).click();
    await dialog.getByRole('textbox', { name: 'Translation' }).fill('14時に再開いたします');
    await dialog.getByRole('button', { name: 'Publish the translation' }).click();
    await dialog.waitFor({ state: 'detached' });
    await kim.page.getByRole('button', { name: 'Language' }).click();
    await kim.page.getByRole('menuitem', { name: '日本語' }).click();
    const translated = kim.page.getByRole('log').locator('[lang=ja]', { hasText: '14時に再開いたします' });
    await translated.waitFor();
    await kim.page
      .getByRole('log')
      .locator('[lang=en]', { hasText: 'The session resumes at 14:00' })
      .waitFor();
    await kim.page.getByRole('button', { name: '日本語' }).click();
    await kim.page.getByRole('menuitem', { name: 'English' }).click();
    await pinned.waitFor();
  });

  it('mutes somebody, who is told until when, and lets them write again', async () => {
    await take(moderator.page, 'And from Osaka', 'Mute for 5 minutes');
    await sato.page.getByText('You cannot write until').waitFor();
    await moderator.page.getByRole('tab', { name: 'Moderation' }).click();
    await moderator.page.getByRole('button', { name: 'Allow to write' }).click();
    await sato.page.getByText('You cannot write until').waitFor({ state: 'detached' });
    await moderator.page.getByRole('tab', { name: 'Audience' }).click();
  });
});

describe('the crew', () => {
  it('writes among itself, and no attendee is told', async () => {
    const { page } = caller;
    await page.getByRole('tab', { name: 'Chats' }).click();
    await composer(page).waitFor();
    await say(page, 'Crew only: two minutes');
    await moderator.page.getByRole('tab', { name: /^Crew/ }).click();
    await messageOf(moderator.page, 'Crew only: two minutes').waitFor();
    await say(moderator.page, 'Understood');
    await messageOf(page, 'Understood').waitFor();
    await moderator.page.getByRole('tab', { name: /^Audience/ }).click();
    await say(moderator.page, 'To everybody');
    await messageOf(sato.page, 'To everybody').waitFor();
    expect(toldToSato()).not.toContain('Crew only');
  });
});

describe('a cut connection', () => {
  it('comes back with all that was missed, and sends what was written meanwhile', async () => {
    await sato.page.context().setOffline(true);
    await say(kim.page, 'While Sato was away 1');
    await say(kim.page, 'While Sato was away 2');
    await say(sato.page, 'Written in a tunnel');
    await take(kim.page, 'While Sato was away 1', 'Delete');
    await sato.page.context().setOffline(false);
    await messageOf(sato.page, 'While Sato was away 2').waitFor();
    await messageOf(kim.page, 'Written in a tunnel').waitFor();
    await eventually(async () => expect(await messageOf(sato.page, 'Written in a tunnel').count()).toBe(1));
    expect(await messageOf(sato.page, 'While Sato was away 1').count()).toBe(0);
  });
});

it.each(looks)('can be used by everybody, in $language, $scheme, $size', async (look) => {
  const { language } = look;
  for (const [place, [name, who]] of Object.entries({
    attendee: sato,
    moderator,
    control: caller,
  }).entries()) {
    if (!inTurn(look, place)) continue;
    const stored = await who.page.context().storageState();
    const { page, leave } = await visit(browser, server.url, browserOf(look, stored));
    const check = (what: string) => expectUsable(page, `chat-${what}-${nameOf(look)}`);
    await page.goto(who.page.url());
    const say = (key: string) => words(language, `chat:${key}`);
    const log = page.getByRole('log', { name: say('log') });
    if (name === 'control') await page.getByRole('tab', { name: words(language, 'control:chats') }).click();
    await log.getByRole('listitem').first().waitFor();
    await check(name);
    if (name !== 'moderator') {
      await leave();
      continue;
    }
    await log
      .getByRole('button', { name: say('menu').replace('{{name}}', 'Sato') })
      .last()
      .click();
    await page.getByRole('menuitem', { name: say('pin') }).waitFor();
    await check(`${name}-menu`);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: say('moderation.title') }).click();
    await page.getByRole('switch').first().waitFor();
    await check(`${name}-rules`);
    await leave();
  }
});

describe('a long chat', () => {
  const count = 120;

  /** Past the wire, where nobody may write so much so fast. */
  beforeAll(async () => {
    const [one] = await server.database.query(
      `SELECT session_id, participant_id FROM chat_messages
       JOIN participants ON participants.id = participant_id WHERE display_name = 'Kim'`,
    );
    const kims = { sessionId: String(one?.session_id), participantId: String(one?.participant_id) };
    const line = { channel: 'audience', isCrew: false, language: 'en', replyToId: null } as const;
    for (let index = 1; index <= count; index++)
      await server.get(MessageWriter).write({
        ...kims,
        ...line,
        clientMessageId: randomUUID(),
        text: `Line ${index}.`,
        mentionedIds: [],
      });
  });

  it('stays at the newest for who reads the newest', async () => {
    await messageOf(sato.page, `Line ${count}.`).waitFor();
    await eventually(async () => expect(await toTheEnd(sato.page)).toBeLessThan(2));
  });

  it('stays where it is for who reads older ones, and offers the way to the new ones', async () => {
    const { page } = sato;
    await scrollTo(page, 1_000);
    await page.getByRole('button', { name: 'To the newest' }).waitFor();
    const left = await toTheEnd(page);
    await say(moderator.page, 'Something new');
    await page.getByRole('button', { name: '1 new message' }).waitFor();
    // It became longer below, and nothing moved.
    expect(await toTheEnd(page)).toBeGreaterThan(left);
    await page.getByRole('button', { name: '1 new message' }).click();
    await page.getByRole('button', { name: '1 new message' }).waitFor({ state: 'detached' });
    expect(await toTheEnd(page)).toBeLessThan(2);
  });

  it('is read back to its beginning, without losing the place', async () => {
    const { page, leave } = await visit(browser, server.url, {
      storageState: await sato.page.context().storageState(),
    });
    await page.goto(sessionPath(forum, 'Opening'));
    await messageOf(page, 'Something new').waitFor();
    expect(await messageOf(page, 'Line 30.').count()).toBe(0);
    await scrollTo(page, 150);
    const left = await toTheEnd(page);
    await messageOf(page, 'Line 30.').waitFor({ state: 'attached' });
    expect(await toTheEnd(page)).toBe(left);
    await eventually(async () => {
      await scrollTo(page, 0);
      expect(await messageOf(page, 'Good morning from Seoul').count()).toBe(1);
    });
    await leave();
  });
});

it('has troubled nobody’s browser', () => {
  const troubles = [kim, sato, moderator, caller].flatMap((one) => one.troubles);
  // Said by the browser itself while it was offline.
  expect(troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
