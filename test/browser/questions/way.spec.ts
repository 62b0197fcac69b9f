import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { framesReceived } from '../support/frames';
import { browserOf, inTurn, looks, nameOf } from '../support/looks';
import { threeNodes } from '../support/media-ports';
import { acceptInvitation, registerAttendee, sessionPath } from '../support/people';
import { startProduct } from '../support/product';
import { ask, listed, moderate, onStage, press, row, section } from '../support/questions';
import { words } from '../support/words';
import { expectUsable } from '../support/usable';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story, told in the order in which a question goes.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let asker: Visitor;
let listener: Visitor;
let moderatorA: Visitor;
let moderatorB: Visitor;
let hall: Visitor;
/** All that reached the attendee who only listens. */
let heard: string[];
/** While true, what B's desk is told is kept back: B has not heard yet what A does. */
let keptBack = false;

const asked = 'How will the ports of the three citys work together?';
const edited = 'How will the ports of the three cities work together?';

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [asker, listener, moderatorA, moderatorB, hall] = [
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
    await visit(browser, server.url),
  ];
  heard = framesReceived(listener.page);
  await registerAttendee(asker.page, forum, 'Attendee One');
  await registerAttendee(listener.page, forum, 'Attendee Two');
  await moderate(moderatorA.page, server, forum, 'Moderation Office A');
  await keepBack(moderatorB.page);
  await moderate(moderatorB.page, server, forum, 'Moderation Office B');
  await acceptInvitation(hall.page, server, forum, 'venue-host', 'tokyo');
  for (const { page } of [asker, listener]) await page.getByRole('tab', { name: 'Questions' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const keepBack = (page: Page) =>
  page.routeWebSocket('**/socket.io/**', (socket) => {
    const event = socket.connectToServer();
    event.onMessage((message) => {
      if (!keptBack || !String(message).includes('question:changed')) socket.send(message);
    });
  });

describe('a question', () => {
  it('goes to the moderators, and to nobody else', async () => {
    await ask(asker.page, asked);
    await asker.page.getByText('Waiting for a moderator', { exact: true }).waitFor();
    for (const { page } of [moderatorA, moderatorB]) await row(page, 'New', asked).waitFor();
  });

  it('is edited for clarity, translated and approved with the keys', async () => {
    const { page } = moderatorA;
    await press(page, asked, 'e');
    await page.getByRole('textbox', { name: 'Question' }).fill(edited);
    await page.getByRole('button', { name: 'Save' }).click();
    await row(page, 'New', edited).waitFor();
    await press(page, edited, 't');
    await page.getByRole('combobox', { name: 'Into' }).click();
    await page.getByRole('listbox').getByRole('option', { name: '日本語' }).click();
    await page.getByRole('textbox', { name: 'Translation' }).fill('三都市の港はどのように連携しますか。');
    await page.getByRole('button', { name: 'Save the translation' }).click();
    await page.getByRole('article').getByText('三都市の港はどのように連携しますか。').waitFor();
    await press(page, edited, 'a');
    await row(page, 'Approved, in order', edited).waitFor();
    await listed(listener.page, edited).waitFor();
    await asker.page.getByText('Shown to everybody', { exact: true }).waitFor();
  });

  it('gets a vote that everybody sees, and that is still there after a reload', async () => {
    const { page } = listener;
    await listed(page, edited).getByRole('button', { name: 'Vote for this question, 0 votes' }).click();
    const own = listed(page, edited).getByRole('button', { name: 'Vote for this question, 1 vote' });
    await own.waitFor();
    await listed(asker.page, edited)
      .getByRole('button', { name: 'Vote for this question, 1 vote', pressed: false })
      .waitFor();
    await row(moderatorA.page, 'Approved, in order', '1 vote').waitFor();
    await page.reload();
    await own.waitFor();
    expect(await own.getAttribute('aria-pressed')).toBe('true');
  });

  it('is claimed by one of two moderators; the other is told who was faster', async () => {
    await row(moderatorB.page, 'Approved, in order', edited).waitFor();
    keptBack = true;
    await press(moderatorA.page, edited, 'c');
    await row(moderatorA.page, 'Claimed by me', edited).waitFor();
    await press(moderatorB.page, edited, 'c');
    const told = 'Moderation Office A was faster: the question is now “Claimed”.';
    await moderatorB.page.getByRole('alert').filter({ hasText: told }).waitFor();
    keptBack = false;
    await row(moderatorB.page, 'Claimed by others', edited).waitFor();
    await press(moderatorB.page, edited, 's');
    await row(moderatorB.page, 'Claimed by others', edited).waitFor();
  });

  it('is put on stage for both attendees and the hall, and reloads keep it there', async () => {
    await press(moderatorA.page, edited, 's');
    for (const { page } of [asker, listener, hall]) await onStage(page).getByText(edited).waitFor();
    await onStage(hall.page).getByText('Attendee One · University').waitFor();
    await moderatorA.page.reload();
    await row(moderatorA.page, 'On stage', edited).waitFor();
    await listener.page.reload();
    await onStage(listener.page).getByText(edited).waitFor();
  });

  it('stands beside its translation for whoever reads another language', async () => {
    const { page } = asker;
    await page.evaluate("localStorage.setItem('manyhalls.language', 'ja')");
    await page.reload();
    const stage = page.getByRole('region', { name: words('ja', 'questions:stage.title') });
    await stage.getByText('三都市の港はどのように連携しますか。').waitFor();
    expect(await stage.getByText('三都市の港').getAttribute('lang')).toBe('ja');
    expect(await stage.getByText(edited).getAttribute('lang')).toBe('en');
    await page.evaluate("localStorage.setItem('manyhalls.language', 'en')");
    await page.reload();
  });

  it('is answered in writing and leaves the stage', async () => {
    const { page } = moderatorA;
    await press(page, edited, 'd');
    await page.getByRole('textbox', { name: 'Written answer' }).fill('Through a joint working group.');
    await page.getByRole('dialog').getByRole('button', { name: 'Answered' }).click();
    await row(page, 'Done', edited).waitFor();
    for (const visitor of [asker, listener, hall]) await onStage(visitor.page).waitFor({ state: 'detached' });
    await listed(listener.page, 'Through a joint working group.').waitFor();
  });

  it('was never seen by another attendee as it was before it was approved', () => {
    expect(heard.some((frame) => frame.includes(edited))).toBe(true);
    expect(heard.filter((frame) => frame.includes('three citys'))).toEqual([]);
    expect(heard.filter((frame) => /"(submitted|rejected)"|claimedBy|originalText/.test(frame))).toEqual([]);
  });
});

describe('another question', () => {
  const fromTheFloor = 'Who pays for the new ferry line?';
  const similar = 'Who will pay for the ferries?';
  const offTopic = 'Where is lunch?';

  it('comes from the floor of a hall, with its place', async () => {
    const form = hall.page.getByRole('region', { name: 'From the floor' });
    await form.getByRole('textbox', { name: 'Question' }).fill(fromTheFloor);
    await form.getByRole('textbox', { name: 'Where in the hall' }).fill('row 3');
    await form.getByRole('button', { name: 'Pass on to the moderators' }).click();
    await form.getByText('Waiting for a moderator', { exact: true }).waitFor();
    await press(moderatorA.page, fromTheFloor, 'a');
    await listed(listener.page, fromTheFloor).getByText('From Tokyo, row 3').waitFor();
  });

  it('is moved up in the order of approved ones, for every moderator', async () => {
    const first = (page: Page) => section(page, 'Approved, in order').getByRole('listitem').first();
    await ask(asker.page, similar);
    await press(moderatorA.page, similar, 'a');
    await row(moderatorB.page, 'Approved, in order', similar).waitFor();
    expect(await first(moderatorB.page).textContent()).toContain(fromTheFloor);
    await press(moderatorA.page, similar, 'Shift+K');
    await first(moderatorB.page).getByText(similar).waitFor();
  });

  it('is merged into a similar one, and its author is told into which', async () => {
    const { page } = moderatorA;
    await listed(listener.page, similar).waitFor();
    await press(page, similar, 'm');
    await press(page, fromTheFloor, 'Shift+M');
    await listed(listener.page, similar).waitFor({ state: 'detached' });
    await asker.page.getByText(`Joined with: “${fromTheFloor}”`).waitFor();
  });

  it('is rejected, and only its author learns the reason', async () => {
    await ask(asker.page, offTopic);
    await press(moderatorB.page, offTopic, 'r');
    await moderatorB.page.getByRole('textbox', { name: 'Reason' }).fill('Please see the programme.');
    await moderatorB.page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await asker.page.getByText('Please see the programme.').waitFor();
    await asker.page.reload();
    await asker.page.getByText('Please see the programme.').waitFor();
    expect(heard.filter((frame) => /Where is lunch|see the programme/.test(frame))).toEqual([]);
  });

  it('is taken back to where it was by Undo; letters typed into the chat do nothing to it', async () => {
    const { page } = moderatorB;
    await row(page, 'Done', offTopic).click();
    const message = page.getByRole('textbox', { name: 'Write to everybody' });
    await message.pressSequentially('m');
    expect(await message.inputValue()).toBe('m');
    expect(await page.getByText('Marked', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'New', offTopic).waitFor();
  });

  it('is kept while it is being written, over a reload', async () => {
    const { page } = listener;
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Will there be');
    await page.reload();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    expect(await page.getByRole('textbox', { name: 'Question' }).inputValue()).toBe('Will there be');
  });

  it('is not taken when its author asks too much at once, who is told how long to wait', async () => {
    const { page } = listener;
    const waiting = page.getByRole('alert').filter({ hasText: 'Please try again in' });
    const field = page.getByRole('textbox', { name: 'Question' });
    for (let number = 1; !(await waiting.isVisible()); number++) {
      expect(number).toBeLessThan(20);
      await ask(page, `Question number ${number}?`);
      await eventually(async () =>
        expect((await waiting.isVisible()) || (await field.inputValue()) === '').toBe(true),
      );
    }
    expect(await field.inputValue()).toMatch(/^Question number/);
  });

  it('troubles nobody’s console', () => {
    for (const { troubles } of [asker, listener, moderatorA, moderatorB, hall]) expect(troubles).toEqual([]);
  });
});

describe('can be used', () => {
  const waiting = 'What will be done for small enterprises that want to sell to the other two cities?';
  let states: Record<'attendee' | 'moderator' | 'host', Awaited<ReturnType<BrowserContext['storageState']>>>;

  beforeAll(async () => {
    await ask(asker.page, waiting);
    const { page } = moderatorA;
    await press(page, 'ferry', 'c');
    await row(page, 'Claimed by me', 'ferry').waitFor();
    await press(page, 'ferry', 's');
    await row(page, 'On stage', 'ferry').waitFor();
    await press(page, waiting, 'a');
    states = {
      attendee: await asker.page.context().storageState(),
      moderator: await page.context().storageState(),
      host: await hall.page.context().storageState(),
    };
    // The people themselves leave: one peer is shown in one window only.
    for (const visitor of [asker, listener, moderatorA, moderatorB, hall]) await visitor.leave();
  });

  describe.each(looks)('in $language, $scheme, $size,', (look) => {
    const { language } = look;
    const come = async (
      who: keyof typeof states,
      path: string,
      name: string,
      ready: (page: Page) => Promise<unknown>,
    ) => {
      const options = browserOf(look, states[who]);
      const { page, troubles, leave } = await visit(browser, server.url, options);
      await page.goto(`${sessionPath(forum, 'Opening')}${path}`);
      await ready(page);
      await expectUsable(page, `${name}-${nameOf(look)}`);
      expect(troubles).toEqual([]);
      await leave();
    };
    const say = (key: string) => words(language, key);

    if (inTurn(look, 0))
      it('the questions of the audience', () =>
        come('attendee', '', 'questions', async (page) => {
          await page.getByRole('tab', { name: say('attendee:questions') }).click();
          await page.getByRole('button', { name: say('questions:ask.open') }).click();
          await page.getByRole('region', { name: say('questions:stage.title') }).waitFor();
          await listed(page, waiting).first().waitFor();
        }));

    if (inTurn(look, 1))
      it('the desk', () =>
        come('moderator', '/moderate', 'desk', async (page) => {
          await page.getByRole('navigation').getByRole('button', { name: waiting }).click();
          await page.getByRole('button', { name: say('moderate:deed.claim') }).waitFor();
        }));

    if (inTurn(look, 2))
      it('the dialog for words', () =>
        come('moderator', '/moderate', 'desk-dialog', async (page) => {
          await page.getByRole('navigation').getByRole('button', { name: waiting }).press('t');
          await page.getByRole('dialog').waitFor();
        }));

    if (inTurn(look, 3))
      it('the keys', () =>
        come('moderator', '/moderate', 'desk-keys', async (page) => {
          await page.getByRole('navigation').getByRole('button', { name: waiting }).press('?');
          await page.getByRole('dialog').getByText(say('moderate:deed.put-on-stage')).waitFor();
        }));

    if (inTurn(look, 4))
      it('the hall', () =>
        come('host', '/hall', 'hall-questions', async (page) => {
          await page.getByRole('region', { name: say('questions:stage.title') }).waitFor();
          await eventually(async () =>
            expect(
              await page.getByRole('region', { name: say('questions:floor.title') }).textContent(),
            ).toContain(say('questions:floor.passedOn')),
          );
        }));
  });
});
