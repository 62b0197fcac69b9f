import type { Browser } from 'playwright-core';
import type { TestServer } from '../../../factories/server';
import { seriousFindings } from '../../support/axe';
import { composer, messageOf, say, socketLog, take } from '../../support/chat';
import { launchChromium, phone, visit, type Visitor } from '../../support/chromium';
import { makeForum, type Forum } from '../../support/forum';
import { acceptInvitation, registerAttendee, sessionPath } from '../../support/people';
import { picture } from '../../support/pictures';
import { startProduct } from '../../support/product';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story: a moderator keeps order, an attendee writes, and another one reads.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let writer: Visitor;
let reader: Visitor;
let moderator: Visitor;
/** All that the reader's browser was ever told. */
let toldToReader: () => string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [writer, reader, moderator] = [
    await visit(browser, server.url),
    await visit(browser, server.url, { viewport: phone }),
    await visit(browser, server.url),
  ];
  toldToReader = socketLog(reader.page);
  await acceptInvitation(moderator.page, server, forum, 'moderator');
  await moderator.page.goto(sessionPath(forum, 'Opening'));
  await registerAttendee(writer.page, forum, 'Kim');
  await registerAttendee(reader.page, forum, 'Sato');
  await moderator.page.getByRole('tab', { name: 'Moderation' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const look = async (visitor: Visitor, name: string) => {
  await picture(visitor.page, `chat-rules-${name}`);
  expect({ name, findings: await seriousFindings(visitor.page) }).toEqual({ name, findings: [] });
};

const rule = (name: string) => moderator.page.getByRole('switch', { name });
const send = () => writer.page.getByRole('button', { name: 'Send' });

async function slowTo(pause: string): Promise<void> {
  await moderator.page.getByRole('combobox', { name: 'Time between two messages' }).click();
  await moderator.page.getByRole('option', { name: pause }).click();
}

describe('an attendee', () => {
  it('is told in slow mode how long to wait, and writes again when it is over', async () => {
    const { page } = writer;
    await slowTo('300 seconds');
    await say(page, 'One at a time');
    await page.getByText(/You can send the next message in 0?[45]:\d\d/).waitFor();
    await composer(page).fill('And another');
    expect(await send().isDisabled()).toBe(true);
    await composer(page).press('Enter');
    await look(writer, 'slow');
    await slowTo('No limit');
    await page.getByText('You can send the next message in').waitFor({ state: 'detached' });
    expect(await messageOf(page, 'And another').count()).toBe(0);
    await composer(page).press('Enter');
    await messageOf(reader.page, 'And another').waitFor();
  });

  it('is told before sending that links are off, also by the server when only it knows one', async () => {
    const { page } = writer;
    await rule('Links allowed').click();
    await rule('Links allowed').and(moderator.page.locator(':not(:checked)')).waitFor();
    await composer(page).fill('see https://example.com/programme');
    await page.getByText('Links are switched off. Please write without a web address.').waitFor();
    expect(await send().isDisabled()).toBe(true);
    await look(writer, 'links-off');
    await say(page, 'see example．com for more');
    await page.getByRole('alert').getByText('Links are switched off').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await rule('Links allowed').click();
    await composer(page).fill('see https://example.com/programme');
    // Until this page knows, it does not send.
    const notice = page.getByText('Links are switched off. Please write without a web address.');
    await notice.waitFor({ state: 'detached' });
    await composer(page).press('Enter');
    const link = messageOf(reader.page, 'see https').getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://example.com/programme');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(toldToReader()).not.toContain('for more');
  });

  it('is stopped at once by a pause, keeps what was written, and goes on after it', async () => {
    const { page } = writer;
    await composer(page).fill('half a thought');
    await rule('Paused').click();
    await page.getByText('The chat is paused.').waitFor();
    expect(await composer(page).isDisabled()).toBe(true);
    await look(writer, 'paused');
    await rule('Paused').click();
    await page.getByText('The chat is paused.').waitFor({ state: 'detached' });
    expect(await composer(page).inputValue()).toBe('half a thought');
    await composer(page).press('Enter');
    await messageOf(reader.page, 'half a thought').waitFor();
  });

  it('sees that a message waits where all of them do; nobody else is sent it before it is approved', async () => {
    await rule('Every message waits for approval').click();
    await writer.page.getByText('Messages appear once a moderator has approved them.').waitFor();
    await say(writer.page, 'Is this seen?');
    await messageOf(writer.page, 'Is this seen?').getByText('Waiting for a moderator').waitFor();
    await look(writer, 'waiting');
    await moderator.page.getByRole('tab', { name: 'Audience' }).click();
    await messageOf(moderator.page, 'Is this seen?').getByText('Waiting for approval').waitFor();
    // Whatever the reader is told by now came after it.
    await say(moderator.page, 'Thank you, it is being read');
    await messageOf(reader.page, 'it is being read').waitFor();
    expect(toldToReader()).not.toContain('Is this seen?');
    await take(moderator.page, 'Is this seen?', 'Approve');
    await messageOf(reader.page, 'Is this seen?').waitFor();
    await look(reader, 'reader');
  });
});

describe('a ban', () => {
  it('holds over a reload until it is lifted; then the person is back by loading the page again', async () => {
    const { page } = writer;
    await take(moderator.page, 'Is this seen?', 'Ban from the event');
    await moderator.page.getByRole('dialog').getByRole('button', { name: 'Ban from the event' }).click();
    const withdrawn = page.getByText('Your access has been withdrawn');
    await withdrawn.waitFor();
    await page.reload();
    await withdrawn.waitFor();
    expect(await composer(page).count()).toBe(0);
    await moderator.page.getByRole('tab', { name: 'Moderation' }).click();
    const banned = moderator.page.getByText('Banned from the event', { exact: true });
    await banned.waitFor();
    await look(moderator, 'banned');
    await moderator.page.getByRole('button', { name: 'Lift the ban' }).click();
    await banned.waitFor({ state: 'detached' });
    await page.reload();
    await composer(page).waitFor();
    await say(page, 'I am back');
    await messageOf(page, 'I am back').getByText('Waiting for a moderator').waitFor();
  });
});

it('stands in the log, in words', async () => {
  const { page } = moderator;
  for (const words of ['lifted a ban', 'banned from the event', 'approved a message', 'changed the rules'])
    await page.getByText(words).first().waitFor();
  await look(moderator, 'log');
});

it('has troubled nobody’s browser', () => {
  expect([writer, reader, moderator].flatMap(({ troubles }) => troubles)).toEqual([]);
});
