import { inviteOffice } from '../../factories/greetings';
import { writeRundown } from '../../factories/rundown';
import { phone, type Visitor } from '../support/chromium';
import { ControlRoom } from '../support/control-room';
import { openDemoHalls } from '../support/demo-halls';
import { eventually } from '../support/eventually';
import { picture } from '../support/pictures';
import {
  announced,
  bar,
  look,
  onProgramme,
  onStandby,
  order,
  press,
  row,
  wide,
  write,
} from '../support/rundown-page';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(180_000);

// One story: a rundown is rehearsed, and run.

let room: ControlRoom;
let one: Visitor;
let two: Visitor;

beforeAll(async () => {
  room = await ControlRoom.open();
  await writeRundown(
    room.editor,
    ...[
      { title: { en: 'Opening of the forum' } },
      { title: { en: 'Address from Jinan' }, speakers: [{ name: { en: 'Office of the Governor' } }] },
      { title: { en: 'Dialogue of the halls' } },
      { title: { en: 'Signing' } },
    ].map((cue) => ({ speakers: [], ...cue })),
  );
  one = await room.caller('Office of Wang');
  two = await room.caller('Office of Tanaka');
  await one.page.goto(room.path);
});
afterAll(() => room?.close());

describe('the show', () => {
  it('is rehearsed: everybody of the crew sees that it is one', async () => {
    const { page } = one;
    await openDemoHalls(room.server, room.forum, room.session.id, ['jinan', 'tokyo']);
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
    expect((await room.editor.ask('rundown:read', {})).takes).toHaveLength(1);
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
    expect((await room.editor.ask('rundown:read', {})).takes).toHaveLength(1);
  });

  it('has one winner of two callers who press at once; the other is told', async () => {
    await two.page.goto(room.path);
    await onProgramme(two.page, 'Opening of the forum');
    room.gate.close();
    await press(one.page, 'Space');
    await eventually(async () => expect(room.gate.waiting).toBe(1));
    await press(two.page, 'Space');
    await eventually(async () => expect(room.gate.waiting).toBe(2));
    // Who asks already is not heard again.
    await one.page.keyboard.press('Space');
    room.gate.open();
    for (const { page } of [one, two]) await onProgramme(page, 'Address from Jinan');
    const first = /^Office of (Wang|Tanaka) was first: cue 2 is on programme\.$/;
    const told = () => Promise.all([one, two].map(({ page }) => bar(page).getByText(first).allInnerTexts()));
    await eventually(async () => expect((await told()).flat()).toHaveLength(1));
    const { takes: taken } = await room.editor.ask('rundown:read', {});
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
    await room.take('Address from Jinan');
    await page.locator('[role=row]', { hasText: 'Address from Jinan' }).getByText('On programme').waitFor();
    await asked.getByRole('button', { name: 'Jump to cue 4' }).click();
    await asked.getByText('Office of the Organiser was first: cue 2 is on programme.').waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await onProgramme(page, 'Address from Jinan');
    await room.take('Dialogue of the halls');
    await onProgramme(page, 'Dialogue');
  });

  it('says why a greeting cannot come on standby', async () => {
    const { page } = one;
    const { greeting } = await inviteOffice(room.server, room.forum);
    await writeRundown(room.editor, {
      ...{ type: 'greeting', greetingId: greeting.id, layout: 'single' },
      title: { en: 'Greeting of the Governor' },
    });
    await row(page, 'Greeting of the Governor').click();
    await press(page, 'Enter');
    await bar(page).getByText('This greeting has not been approved.').waitFor();
    await picture(page, 'rundown-not-approved-wide-en');
    // By itself it comes on standby nevertheless, and the desk is told.
    await room.take('Signing');
    const alert = page.getByRole('alert').filter({ hasText: 'The greeting on standby cannot be played yet' });
    await alert.getByText('This greeting has not been approved.').waitFor();
    await picture(page, 'rundown-standby-trouble-wide-en');
    // Nothing of it is cut off.
    expect(await alert.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    await room.take('Dialogue of the halls');
    await alert.waitFor({ state: 'detached' });
    await press(page, 'Delete');
    await row(page, 'Greeting of the Governor').waitFor({ state: 'detached' });
  });

  it('marks a greeting that is still to be chosen', async () => {
    const { page } = one;
    const [cue] = await writeRundown(room.editor, {
      ...{ type: 'greeting', layout: 'single', title: { en: 'Greeting to come' } },
    });
    await row(page, 'Greeting to come').getByText('No greeting chosen').waitFor();
    await picture(page, 'rundown-no-greeting-wide-en');
    await room.editor.ask('rundown:remove', { cueId: cue?.id ?? '', version: cue?.version ?? 0 });
    await row(page, 'Greeting to come').waitFor({ state: 'detached' });
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

  it('skips a cue and takes the one after it, however quickly both are pressed', async () => {
    const { page } = one;
    await room.take('Opening of the forum');
    await onStandby(page, 'Address from Jinan');
    room.gate.close();
    await press(page, 's');
    await page.keyboard.press('Space');
    await eventually(async () => expect(room.gate.waiting).toBe(1));
    room.gate.open();
    await onProgramme(page, 'Dialogue of the halls');
    expect((await room.cues()).find(({ title }) => title.en === 'Address from Jinan')?.skipped).toBe(true);
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
