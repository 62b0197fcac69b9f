import type { Browser } from 'playwright-core';
import type { CueDto } from '@manyhalls/contracts';
import { InvitationsService } from '../../apps/event-server/src/invitations/invitations.service';
import { inviteOffice } from '../factories/greetings';
import { connectLive, type LiveClient } from '../factories/live';
import { invitationOf } from '../factories/people';
import { go, writeRundown } from '../factories/rundown';
import type { TestServer } from '../factories/server';
import { seriousFindings } from './support/axe';
import { launchChromium, phone, visit, type Visitor } from './support/chromium';
import { openDemoHalls } from './support/demo-halls';
import { eventually } from './support/eventually';
import { makeForum, type Forum } from './support/forum';
import { Gate } from './support/gate';
import { tabTo } from './support/keyboard';
import { threeNodes } from './support/media-ports';
import { openInvitation, sessionPath } from './support/people';
import { picture } from './support/pictures';
import { startProduct } from './support/product';
import {
  announced,
  bar,
  drag,
  look,
  onProgramme,
  onStandby,
  order,
  press,
  row,
  wide,
  write,
} from './support/rundown-page';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(180_000);

// One story, told in the order of a day: the rundown is written, rehearsed, and run.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let path: string;
let one: Visitor;
let two: Visitor;
/** An editor without a page. */
let third: LiveClient;
const takes = new Gate('cue:go');

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query(
    `UPDATE sessions SET starts_at = now(), ends_at = now() + interval '2 hours'
     WHERE title ->> 'en' LIKE 'Opening%'`,
  );
  path = `${sessionPath(forum, 'Opening')}/control`;
  one = await caller('Office of Wang');
  two = await caller('Office of Tanaka');
  third = await connectLive(server, forum.organiser.ticket);
  await third.ask('session:join', { sessionId: sessionOf(forum).id });
});
afterAll(async () => {
  third?.close();
  await browser?.close();
  await server?.stop();
});

async function caller(displayName: string): Promise<Visitor> {
  const visitor = await visit(browser, server.url, { viewport: wide });
  await takes.watch(visitor.page);
  const { link } = await server
    .get(InvitationsService)
    .invite(forum.event.id, invitationOf('show-caller', { displayName }));
  await openInvitation(visitor.page, link);
  return visitor;
}

const sessionOf = ({ event }: Forum) => {
  const session = event.sessions.find(({ title }) => title.en?.startsWith('Opening'));
  if (!session) throw new Error('there is no opening');
  return session;
};

const known = async (): Promise<CueDto[]> => (await third.ask('rundown:read', {})).cues;
/** Somebody without a page takes this cue. */
const take = async (title: string) => {
  const cue = (await known()).find((one) => one.title.en === title);
  await go(third, { id: cue?.id ?? '' });
};

describe('a rundown', () => {
  it('says what it is while there is none', async () => {
    const { page } = one;
    await page.goto(path);
    await page.getByText('No rundown yet').waitFor();
    await look(page, 'empty');
  });

  it('is written with the keyboard alone', async () => {
    const { page } = one;
    await tabTo(page, page.getByRole('button', { name: 'Write the first cue' }));
    await page.keyboard.press('Enter');
    await write(page, 'Opening of the forum', '5:00');
    await row(page, 'Opening of the forum').getByText('05:00').waitFor();
    for (const title of ['Speech from Jinan', 'Dialogue of the halls', 'Signing']) {
      // The one written last, after which the next comes.
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('n');
      await write(page, title, '10:00');
      await row(page, title).waitFor();
    }
    await order(page, ['Opening of the forum', 'Speech from Jinan', 'Dialogue of the halls', 'Signing']);
  });

  it('is put in order by key, by handle, and by dragging', async () => {
    const { page } = one;
    await row(page, 'Signing').click();
    await page.keyboard.press('Shift+ArrowUp');
    await order(page, ['Opening of the forum', 'Speech from Jinan', 'Signing', 'Dialogue']);
    await tabTo(page, page.getByRole('button', { name: 'Move cue 3: Signing' }));
    await page.keyboard.press('Space');
    await page.getByText('Signing is at place 3.').waitFor({ state: 'attached' });
    // The library listens to the arrows only when the press that picked it up is over.
    await page.evaluate('new Promise((over) => setTimeout(over))');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Signing is at place 4.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await order(page, ['Opening of the forum', 'Speech from Jinan', 'Dialogue', 'Signing']);
    await drag(page, page.getByRole('button', { name: 'Move cue 2: Speech' }), row(page, 'Signing'));
    await order(page, ['Opening of the forum', 'Dialogue', 'Signing', 'Speech from Jinan']);
    await row(page, 'Speech from Jinan').click();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await order(page, ['Opening of the forum', 'Speech from Jinan', 'Dialogue', 'Signing']);
    await eventually(async () =>
      expect((await known()).map(({ title }) => title.en)).toEqual([
        'Opening of the forum',
        'Speech from Jinan',
        'Dialogue of the halls',
        'Signing',
      ]),
    );
  });

  it('loses nothing: what was left out or removed comes back', async () => {
    const { page } = one;
    await row(page, 'Signing').click();
    await page.keyboard.press('x');
    await row(page, 'Signing').getByText('Skipped').waitFor();
    await page.keyboard.press('x');
    await row(page, 'Signing').getByText('To come').waitFor();
    await page.keyboard.press('Delete');
    await row(page, 'Signing').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await order(page, ['Opening of the forum', 'Speech from Jinan', 'Dialogue', 'Signing']);
  });

  it('asks for a picture where the layout shows none by itself', async () => {
    const { page } = one;
    await row(page, 'Signing').click();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit cue 4' });
    await form.getByRole('radio', { name: 'Single' }).click();
    await form.getByRole('button', { name: 'Save the cue' }).click();
    await form.getByText('Please choose at least one picture, or the slate as the layout').waitFor();
    await picture(page, 'rundown-no-picture-wide-en');
    await form.getByRole('radio', { name: 'All halls' }).click();
    await form.getByRole('button', { name: 'Save the cue' }).click();
    await form.waitFor({ state: 'detached' });
    expect((await known()).find(({ title }) => title.en === 'Signing')?.layout).toBe('all-halls');
  });

  it('tells an editor who was faster, and loses neither text', async () => {
    const { page } = one;
    await row(page, 'Speech from Jinan').click();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit cue 2' });
    await form.getByRole('textbox', { name: 'Title, English' }).fill('Address from Jinan');
    await form.getByRole('button', { name: 'Add a speaker' }).click();
    await form.getByRole('textbox', { name: 'Name, English' }).fill('Office of the Governor');
    const speech = (await known()).find(({ title }) => title.en === 'Speech from Jinan');
    if (!speech) throw new Error('the speech is gone');
    const { id: cueId, version, adLib: _, skipped: __, changedBy: ___, changedAt: ____, ...content } = speech;
    await third.ask('rundown:edit', { ...content, cueId, version, title: { en: 'Welcome from Jinan' } });
    await form.getByRole('button', { name: 'Save the cue' }).click();
    await form.getByText('Office of the Organiser has changed this cue while you were writing').waitFor();
    for (const text of ['Address from Jinan', 'Welcome from Jinan', 'Office of the Governor'])
      await form.getByRole('cell', { name: text, exact: true }).waitFor();
    await picture(page, 'rundown-conflict-wide-en');
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Keep mine' }).click();
    await form.waitFor({ state: 'detached' });
    await row(page, 'Address from Jinan').getByText('Office of the Governor').waitFor();
  });
});

describe('the show', () => {
  it('is rehearsed: everybody of the crew sees that it is one', async () => {
    const { page } = one;
    await openDemoHalls(server, forum, sessionOf(forum).id, ['jinan', 'tokyo']);
    await page.getByRole('button', { name: 'Rehearse' }).click();
    await page.getByText('Rehearsal: the audience sees the waiting page').waitFor();
    await onStandby(page, 'Opening of the forum');
    // What was clicked with the mouse does not keep the space bar.
    for (const _ of ['closed', 'open']) await page.getByRole('tab', { name: 'Chats' }).click();
    await page.keyboard.press('Space');
    await onProgramme(page, 'Opening of the forum');
    await announced(page, 'Cue 1, Opening of the forum, is on programme.');
    await announced(page, 'Cue 2, Address from Jinan, is on standby.');
    await page.locator('[data-seen]').first().waitFor();
    await look(page, 'rehearsal', { wide });
    await page.getByRole('button', { name: 'Start the session' }).click();
    await onStandby(page, 'Opening of the forum');
    expect(await page.getByText('Rehearsal: the audience').count()).toBe(0);
  });

  it('takes one cue for a double press of the space bar', async () => {
    const { page } = one;
    await page.locator('main').focus();
    const twice = () => {
      for (const _ of [1, 2])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, cancelable: true }),
        );
    };
    await page.evaluate(twice);
    await onProgramme(page, 'Opening of the forum');
    await onStandby(page, 'Address from Jinan');
    expect((await third.ask('rundown:read', {})).takes).toHaveLength(1);
  });

  it('does not take the space bar from who writes, or presses another button', async () => {
    const { page } = one;
    await page.getByRole('textbox', { name: 'Write to the crew' }).fill('one');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Polls' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('dialog', { name: 'Polls' }).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Polls' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Write to the crew' }).inputValue()).toBe('one ');
    expect((await third.ask('rundown:read', {})).takes).toHaveLength(1);
  });

  it('has one winner of two callers who press at once; the other is told', async () => {
    await two.page.goto(path);
    await onProgramme(two.page, 'Opening of the forum');
    takes.close();
    await press(one.page, 'Space');
    await eventually(async () => expect(takes.waiting).toBe(1));
    await press(two.page, 'Space');
    await eventually(async () => expect(takes.waiting).toBe(2));
    // Who asks already is not heard again.
    await one.page.keyboard.press('Space');
    takes.open();
    for (const { page } of [one, two]) await onProgramme(page, 'Address from Jinan');
    const first = /^Office of (Wang|Tanaka) was first: cue 2 is on programme\.$/;
    const told = () => Promise.all([one, two].map(({ page }) => bar(page).getByText(first).allInnerTexts()));
    await eventually(async () => expect((await told()).flat()).toHaveLength(1));
    const { takes: taken } = await third.ask('rundown:read', {});
    expect(taken).toHaveLength(2);
    const [[winner]] = [(await told()).flat()];
    expect(winner).toContain(taken[1]?.takenBy);
    for (const { page } of [one, two]) await onStandby(page, 'Dialogue of the halls');
    await picture((await told())[0]?.length ? one.page : two.page, 'rundown-second-wide-en');
  });

  it('stands still while it is held', async () => {
    const { page } = one;
    const timer = bar(page).getByRole('timer');
    await press(page, 'h');
    await bar(page).getByText('Held', { exact: true }).waitFor();
    const held = await timer.innerText();
    // Longer than a second on the clock.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await timer.innerText()).toBe(held);
    expect(await bar(two.page).getByRole('timer').innerText()).toBe(held);
    await press(page, 'h');
    await eventually(async () => expect(await timer.innerText()).not.toBe(held));
  });

  it('asks before it leaves its order, and says what the audience will see', async () => {
    const { page } = one;
    await row(page, 'Signing').click();
    await press(page, 'j');
    const asked = page.getByRole('dialog', { name: 'Jump to cue 4 now?' });
    await asked.getByText('“Signing” goes on programme at once, and the audience sees it.').waitFor();
    await asked.getByText('1 cue in between is left out.').waitFor();
    await picture(page, 'rundown-jump-wide-en');
    // The space bar is the dialog's own now: it is on "Cancel".
    await page.keyboard.press('Space');
    await asked.waitFor({ state: 'detached' });
    await onProgramme(page, 'Address from Jinan');
    await press(page, 'j');
    await asked.getByRole('button', { name: 'Jump to cue 4' }).click();
    await onProgramme(page, 'Signing');
    await row(page, 'Dialogue').getByText('Jumped over').waitFor();
    await press(page, 'b');
    await page.getByRole('dialog').getByRole('button', { name: 'Go back to cue 3' }).click();
    await onProgramme(page, 'Dialogue');
  });

  it('does not leave a cue that came on programme while it asked', async () => {
    const { page } = one;
    await row(page, 'Signing').click();
    await press(page, 'j');
    const asked = page.getByRole('dialog', { name: 'Jump to cue 4 now?' });
    await asked.waitFor();
    await take('Address from Jinan');
    await page.locator('[role=row]', { hasText: 'Address from Jinan' }).getByText('On programme').waitFor();
    await asked.getByRole('button', { name: 'Jump to cue 4' }).click();
    await asked.getByText('Office of the Organiser was first: cue 2 is on programme.').waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await onProgramme(page, 'Address from Jinan');
    await take('Dialogue of the halls');
    await onProgramme(page, 'Dialogue');
  });

  it('says why a greeting cannot come on standby', async () => {
    const { page } = one;
    const { greeting } = await inviteOffice(server, forum);
    await writeRundown(third, {
      ...{ type: 'greeting', greetingId: greeting.id, layout: 'single' },
      title: { en: 'Greeting of the Governor' },
    });
    await row(page, 'Greeting of the Governor').click();
    await press(page, 'Enter');
    await bar(page).getByText('This greeting has not been approved.').waitFor();
    await picture(page, 'rundown-not-approved-wide-en');
    await press(page, 'Delete');
    await row(page, 'Greeting of the Governor').waitFor({ state: 'detached' });
  });

  it('is run with the arrow keys, and takes in what was not planned', async () => {
    const { page } = one;
    await row(page, 'Opening of the forum').click();
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await onStandby(page, 'Address from Jinan');
    await press(page, 'i');
    await write(page, 'Word of thanks', '2:00');
    await row(page, 'Word of thanks').getByText('Ad-lib').waitFor();
    await order(page, ['Opening', 'Address', 'Dialogue', 'Word of thanks', 'Signing']);
    await row(page, 'Word of thanks').click();
    await press(page, 'Enter');
    await onStandby(page, 'Word of thanks');
    await press(page, 's');
    await onStandby(page, 'Signing');
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Take the cue on standby').waitFor();
    await picture(page, 'rundown-keys-wide-en');
    await page.keyboard.press('Escape');
    await look(page, 'live');
  });

  it('has GO in the reach of a thumb', async () => {
    const { page } = two;
    await page.setViewportSize(phone);
    await page.mouse.wheel(0, 5_000);
    for (const part of [bar(page).getByRole('button', { name: 'GO' }), bar(page).getByRole('timer')]) {
      const box = await part.boundingBox();
      if (!box) throw new Error('it is not there');
      expect(box.y).toBeGreaterThan(phone.height / 2);
      expect(box.y + box.height).toBeLessThanOrEqual(phone.height);
    }
  });
});
