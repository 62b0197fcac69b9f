import { inviteOffice } from '../../factories/greetings';
import { cueOf, writeRundown } from '../../factories/rundown';
import { seriousFindings } from '../support/axe';
import type { Visitor } from '../support/chromium';
import { ControlRoom } from '../support/control-room';
import { pickOf } from '../support/cue-content';
import { eventually } from '../support/eventually';
import { tabTo } from '../support/keyboard';
import { picture } from '../support/pictures';
import { saveExport } from '../support/save-export';
import { drag, look, order, press, row, write } from '../support/rundown-page';
import { words } from '../support/words';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(180_000);

// One story: the rundown of a session is written.

let room: ControlRoom;
let one: Visitor;

beforeAll(async () => {
  room = await ControlRoom.open();
  one = await room.caller('Office of Wang');
});
afterAll(() => room?.close());

describe('a rundown', () => {
  it('says what it is while there is none', async () => {
    const { page } = one;
    await page.goto(room.path);
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
      expect((await room.cues()).map(({ title }) => title.en)).toEqual([
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
    expect((await room.cues()).find(({ title }) => title.en === 'Signing')?.layout).toBe('all-halls');
  });

  it('keeps a hard start where it is, and says by how much what comes before is too long', async () => {
    const { page } = one;
    const write = async (startsAt: string | null) => {
      const signing = (await room.cues()).find(({ title }) => title.en === 'Signing');
      if (!signing) throw new Error('the signing is gone');
      const { id: cueId, adLib: _, skipped: __, changedBy: ___, changedAt: ____, ...content } = signing;
      await room.editor.ask('rundown:edit', { ...content, cueId, startsAt });
    };
    // The three cues before it take 25 minutes.
    const [session] = await room.server.database.query('SELECT starts_at FROM sessions WHERE id = $1', [
      room.session.id,
    ]);
    await write(new Date((session?.starts_at as Date).getTime() + 5 * 60_000).toISOString());
    await row(page, 'Signing')
      .getByText(/^Conflict 2[01]:/)
      .waitFor();
    await row(page, 'Signing')
      .getByRole('img', { name: words('en', 'rundown:hardStart') })
      .waitFor();
    await picture(page, 'rundown-hard-start-wide-en');
    expect(await seriousFindings(page)).toEqual([]);
    await write(null);
    await row(page, 'Signing').getByText('Conflict').waitFor({ state: 'detached' });
  });

  it('tells an editor who was faster, and loses neither text', async () => {
    const { page } = one;
    await row(page, 'Speech from Jinan').click();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit cue 2' });
    await form.getByRole('textbox', { name: 'Title, English' }).fill('Address from Jinan');
    await form.getByRole('button', { name: 'Add a speaker' }).click();
    await form.getByRole('textbox', { name: 'Name, English' }).fill('Office of the Governor');
    const speech = (await room.cues()).find(({ title }) => title.en === 'Speech from Jinan');
    if (!speech) throw new Error('the speech is gone');
    const { id: cueId, version, adLib: _, skipped: __, changedBy: ___, changedAt: ____, ...content } = speech;
    await room.editor.ask('rundown:edit', {
      ...content,
      cueId,
      version,
      title: { en: 'Welcome from Jinan' },
    });
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

  it('gives way whole to somebody who was faster, however quickly cues were moved', async () => {
    const { page } = one;
    room.gate.close();
    await row(page, 'Signing').click();
    for (const _ of [1, 2]) await page.keyboard.press('Shift+ArrowUp');
    await order(page, ['Opening of the forum', 'Signing', 'Address from Jinan', 'Dialogue']);
    await eventually(async () => expect(room.gate.waiting).toBe(1));
    const { cues, orderVersion } = await room.editor.ask('rundown:read', {});
    await room.editor.ask('rundown:move', {
      cueId: cues[0]?.id ?? '',
      afterCueId: cues[1]?.id ?? null,
      orderVersion,
    });
    room.gate.open();
    await page.getByText('Office of the Organiser has changed it meanwhile.').waitFor();
    await order(page, ['Address from Jinan', 'Opening of the forum', 'Dialogue', 'Signing']);
    await row(page, 'Opening of the forum').click();
    await press(page, 'Shift+ArrowUp');
    await order(page, ['Opening of the forum', 'Address from Jinan', 'Dialogue', 'Signing']);
    await eventually(async () =>
      expect((await room.cues()).map(({ title }) => title.en)[1]).toBe('Address from Jinan'),
    );
  });

  it('marks a cue that shows a hall which takes no part any more', async () => {
    const { page } = one;
    const osaka = pickOf(room.forum, 'osaka');
    const [cue] = await writeRundown(room.editor, {
      title: { en: 'Word from Osaka' },
      layout: 'single',
      picks: [osaka],
    });
    await room.server.database.query(
      `DELETE FROM session_venues WHERE session_id = '${room.session.id}' AND venue_id = '${osaka.venueId}'`,
    );
    await page.reload();
    await row(page, 'Word from Osaka').getByText('A hall is missing').waitFor();
    await picture(page, 'rundown-lost-pick-wide-en');
    await room.editor.ask('rundown:remove', { cueId: cue?.id ?? '', version: cue?.version ?? 0 });
  });

  it('names both greetings where two editors chose different ones', async () => {
    const { page } = one;
    const invite = async (name: string) =>
      (await inviteOffice(room.server, room.forum, { speaker: { name: { en: name } } })).greeting.id;
    const greeting = { type: 'greeting', layout: 'single', title: { en: 'Greeting' } } as const;
    const [first, second] = [await invite('The Governor of Jinan'), await invite('The Mayor of Osaka')];
    const [cue] = await writeRundown(room.editor, greeting);
    await row(page, 'Greeting').click();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: /^Edit cue/ });
    await form.getByRole('combobox', { name: 'Recorded greeting' }).click();
    await page.getByRole('option', { name: /The Governor of Jinan/ }).click();
    const seen = { cueId: cue?.id ?? '', version: cue?.version ?? 0 };
    await room.editor.ask('rundown:edit', { ...cueOf(greeting), ...seen, greetingId: second });
    await form.getByRole('button', { name: 'Save the cue' }).click();
    for (const name of ['The Governor of Jinan', 'The Mayor of Osaka'])
      await form.getByRole('cell', { name, exact: true }).waitFor();
    await picture(page, 'rundown-conflict-greeting-wide-en');
    await form.getByRole('button', { name: 'Keep mine' }).click();
    await form.waitFor({ state: 'detached' });
    await eventually(async () =>
      expect((await room.cues()).find(({ id }) => id === cue?.id)?.greetingId).toBe(first),
    );
  });

  it('is taken away as a file, and so is who changed what of it', async () => {
    const { page } = one;
    const [plan, cues] = await saveExport(page, 'The rundown with its times (CSV)');
    expect(plan).toBe('rundown.csv');
    expect(cues).toContain('The Governor of Jinan');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Who changed what (CSV)' }).waitFor();
    await picture(page, 'rundown-export-wide-en');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const [record, changes] = await saveExport(page, 'Who changed what (CSV)');
    expect(record).toBe('rundown-changes.csv');
    expect(changes).toContain('Office of the Organiser,edit,Greeting,greeting,,The Mayor of Osaka');
    expect(changes).toContain(
      'Office of Wang,edit,Greeting,greeting,The Mayor of Osaka,The Governor of Jinan',
    );
  });
});
