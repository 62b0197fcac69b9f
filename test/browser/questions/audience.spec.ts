import type { Browser, Page } from 'playwright-core';
import type { LiveEventDto } from '@manyhalls/contracts';
import { ask as call } from '../../factories/http';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { framesReceived } from '../support/frames';
import { threeNodes } from '../support/media-ports';
import { acceptInvitation, registerAttendee } from '../support/people';
import { startProduct } from '../support/product';
import { ask, listed, moderate, onStage, openForm, press, row } from '../support/questions';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

let server: TestServer;
let browser: Browser;
let forum: Forum;
let shy: Visitor;
let listener: Visitor;
let moderator: Visitor;
let hall: Visitor;
/** All that reached people who may not know a name. */
let heardByListener: string[];
let heardByModerator: string[];
let heardByHall: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [shy, listener, moderator, hall] = [
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
  ];
  heardByListener = framesReceived(listener.page);
  heardByModerator = framesReceived(moderator.page);
  heardByHall = framesReceived(hall.page);
  await registerAttendee(shy.page, forum, 'Somebody Shy', 'A Small Institute');
  await registerAttendee(listener.page, forum, 'Attendee Two');
  await moderate(moderator.page, server, forum, 'Moderation Office');
  await acceptInvitation(hall.page, server, forum, 'venue-host', 'tokyo');
  for (const { page } of [shy, listener]) await page.getByRole('tab', { name: 'Questions' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const askNamelessly = async (page: Page, text: string) => {
  await openForm(page);
  await page.getByRole('checkbox', { name: 'Ask anonymously' }).check();
  await ask(page, text);
};
const article = () => moderator.page.getByRole('article', { name: 'Selected question' });

describe('who asks anonymously', () => {
  const nobody = 'Nobody will see your name.';
  const moderators = 'The audience will not see your name; the moderators and organisers will.';
  const secret = 'May small institutes take part?';
  const known = 'Who decides about the budget?';

  it('is told that nobody will see the name; and nobody does', async () => {
    await openForm(shy.page);
    await shy.page.getByText(nobody).waitFor();
    await askNamelessly(shy.page, secret);
    await row(moderator.page, 'New', secret).click();
    await article().getByText('Anonymous', { exact: true }).waitFor();
    for (const [key, where] of [
      ['a', 'Approved, in order'],
      ['c', 'Claimed by me'],
      ['s', 'On stage'],
    ] as const) {
      await press(moderator.page, secret, key);
      await row(moderator.page, where, secret).waitFor();
    }
    for (const { page } of [listener, hall]) {
      await onStage(page).getByText(secret).waitFor();
      await onStage(page).getByText('Anonymous').waitFor();
    }
    await listed(listener.page, secret).getByText('Anonymous').waitFor();
    for (const frames of [heardByListener, heardByModerator, heardByHall]) {
      expect(frames.some((frame) => frame.includes(secret))).toBe(true);
      expect(frames.filter((frame) => /Somebody Shy|A Small Institute/.test(frame))).toEqual([]);
    }
  });

  it('is told when the event has decided otherwise meanwhile, before the question is taken', async () => {
    const { ticket } = forum.organiser;
    const path = `events/${forum.event.id}`;
    const { version } = await call<LiveEventDto>(server, 'GET', path, { ticket });
    await call(server, 'PATCH', path, { ticket, body: { version, moderatorsSeeAnonymous: true } });
    // A page that has not read it yet, so that the server has to say it.
    await shy.page.route('**/api/public/events/**', (route) =>
      route.fulfill({ json: { ...forum.event, moderatorsSeeAnonymous: false } }),
    );
    await shy.page.reload();
    await openForm(shy.page);
    await shy.page.getByText(nobody).waitFor();
    await askNamelessly(shy.page, known);
    await shy.page
      .getByRole('alert')
      .filter({ hasText: 'The event has just changed who sees the name' })
      .waitFor();
    await shy.page.getByText(moderators).waitFor();
    expect(await moderator.page.getByText(known).count()).toBe(0);
    await shy.page.getByRole('button', { name: 'Send to the moderators' }).click();
    await row(moderator.page, 'New', known).click();
    await article().getByText('Somebody Shy · A Small Institute, anonymous to the audience').waitFor();
  });

  it('is still nobody to the audience and the hall, and stays so for what was asked before', async () => {
    await press(moderator.page, known, 'a');
    await listed(listener.page, known).getByText('Anonymous').waitFor();
    await row(moderator.page, 'On stage', secret).click();
    await article().getByText('Anonymous', { exact: true }).waitFor();
    for (const frames of [heardByListener, heardByHall])
      expect(frames.filter((frame) => /Somebody Shy|A Small Institute/.test(frame))).toEqual([]);
  });

  it('is told so at once by a page that is opened then', async () => {
    await listener.page.reload();
    await openForm(listener.page);
    await listener.page.getByText(moderators).waitFor();
  });
});

describe('the audience', () => {
  const wanted = 'When does the ferry start?';
  const newer = 'How much will a ticket cost?';
  const voteFor = (page: Page, text: string) =>
    listed(page, text).getByRole('button', { name: /^Vote for this question/ });
  /** The questions that can be voted for, as they stand below each other. */
  const order = (page: Page) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Vote for this question/ }) })
      .filter({ hasText: /ferry start|ticket cost/ })
      .evaluateAll((items) =>
        items.map(({ textContent }) => (textContent?.includes('ferry') ? 'ferry' : 'ticket')),
      );

  it('sorts by votes and by time', async () => {
    for (const [{ page }, text] of [
      [shy, wanted],
      [listener, newer],
    ] as const) {
      await ask(page, text);
      await press(moderator.page, text, 'a');
      await voteFor(listener.page, text).waitFor();
    }
    await voteFor(listener.page, wanted).click();
    await listed(shy.page, wanted).getByRole('button', { name: 'Vote for this question, 1 vote' }).waitFor();
    expect(await order(shy.page)).toEqual(['ferry', 'ticket']);
    await shy.page.getByText('Newest', { exact: true }).click();
    expect(await order(shy.page)).toEqual(['ticket', 'ferry']);
    await shy.page.getByText('Most votes', { exact: true }).click();
    expect(await order(shy.page)).toEqual(['ferry', 'ticket']);
  });

  it('takes a vote back, for everybody and over a reload', async () => {
    const vote = voteFor(listener.page, wanted);
    expect(await vote.getAttribute('aria-pressed')).toBe('true');
    await vote.click();
    await listed(shy.page, wanted).getByRole('button', { name: 'Vote for this question, 0 votes' }).waitFor();
    await row(moderator.page, 'Approved, in order', wanted).filter({ hasText: '0 votes' }).waitFor();
    await listener.page.reload();
    await vote.waitFor();
    expect(await vote.getAttribute('aria-pressed')).toBe('false');
    expect(await vote.getAttribute('aria-label')).toBe('Vote for this question, 0 votes');
  });

  it('learns of an own question that was rejected, and why; others do not', async () => {
    const text = 'Can I sell my car here?';
    await ask(shy.page, text);
    const own = listed(shy.page, text);
    await own.getByText('Waiting for a moderator', { exact: true }).waitFor();
    await press(moderator.page, text, 'r');
    await moderator.page.getByRole('textbox', { name: 'Reason' }).fill('This is not about the forum.');
    await moderator.page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await own.getByText('Not taken up', { exact: true }).waitFor();
    await own.getByText('Reason given: This is not about the forum.').waitFor();
    expect(heardByListener.filter((frame) => /sell my car|not about the forum/.test(frame))).toEqual([]);
  });
});

it('troubles nobody’s console', () => {
  for (const { troubles } of [shy, listener, moderator, hall]) expect(troubles).toEqual([]);
});
