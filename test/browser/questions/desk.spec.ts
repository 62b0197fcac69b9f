import type { Browser, Page } from 'playwright-core';
import type { ExportedQuestion } from '../../../apps/event-server/src/questions/question-export.service';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { threeNodes } from '../support/media-ports';
import { acceptInvitation } from '../support/people';
import { startProduct } from '../support/product';
import { askMany, moderate, onStage, press, row } from '../support/questions';
import { saveExport } from '../support/save-export';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

let server: TestServer;
let browser: Browser;
let forum: Forum;
let moderator: Visitor;
let hall: Visitor;

const [inJapanese, inKorean, formula, similar] = [
  '物流の標準化はいつから始まりますか。',
  '중소기업도 참가할 수 있습니까?',
  '=1+1',
  'What is one and one?',
] as const;
const fromTokyo = '港の混雑はどう解消されますか。';

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  await server.database.query("UPDATE sessions SET status = 'live' WHERE title ->> 'en' LIKE 'Opening%'");
  [moderator, hall] = [await visit(browser, server.url), await visit(browser, server.url)];
  await moderate(moderator.page, server, forum, 'Moderation Office');
  await acceptInvitation(hall.page, server, forum, 'venue-host', 'tokyo');
  await askMany(server, forum, [
    { text: inJapanese, language: 'ja' },
    { text: inKorean, language: 'ko' },
    { text: formula, language: 'en' },
    { text: similar, language: 'en' },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const selected = (page: Page) => page.locator('nav[aria-label="Questions"] [aria-current]');
const isSelected = (text: string) =>
  eventually(async () => expect(await selected(moderator.page).textContent()).toContain(text));

describe('a hall', () => {
  const passOn = async (text: string, place: string) => {
    const form = hall.page.getByRole('region', { name: 'From the floor' });
    await form.getByRole('textbox', { name: 'Question' }).fill(text);
    await form.getByRole('combobox', { name: 'Language of the question' }).click();
    await hall.page.getByRole('option', { name: '日本語' }).click();
    await form.getByRole('textbox', { name: 'Where in the hall' }).fill(place);
    await form.getByRole('button', { name: 'Pass on to the moderators' }).click();
    await row(moderator.page, 'New', text).waitFor();
  };
  const bringOnStage = async (text: string) => {
    for (const [key, where] of [
      ['a', 'Approved, in order'],
      ['c', 'Claimed by me'],
      ['s', 'On stage'],
    ] as const) {
      await press(moderator.page, text, key);
      await row(moderator.page, where, text).waitFor();
    }
  };
  /** Whether the question fills the hall's page, so that nothing else of it is seen. */
  const filled = (page: Page, expected: boolean) =>
    eventually(async () => {
      const size = await onStage(page).locator('../..').boundingBox();
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      expect(size !== null && size.width >= width && size.height >= height).toBe(expected);
    });

  it('sees a question from its own floor on its screen, with the place', async () => {
    const { page } = hall;
    await passOn(fromTokyo, 'row 3');
    await bringOnStage(fromTokyo);
    await onStage(page).getByText('From Tokyo, row 3').waitFor();
    expect(await onStage(page).getByText(fromTokyo).getAttribute('lang')).toBe('ja');
    await filled(page, false);
    await page.getByRole('button', { name: 'Full screen', exact: true }).click();
    await eventually(async () =>
      expect(await page.evaluate('document.fullscreenElement !== null')).toBe(true),
    );
    await filled(page, true);
  });

  it('puts it aside with a key, passes on another one, and sees that fill the screen', async () => {
    const { page } = hall;
    const next = '次の便はいつ出ますか。';
    await page.keyboard.press('h');
    await filled(page, false);
    await passOn(next, 'row 5');
    await page
      .getByRole('region', { name: 'From the floor' })
      .getByText('Waiting for a moderator', { exact: true })
      .waitFor();
    await filled(page, false);
    await bringOnStage(next);
    await onStage(page).getByText('From Tokyo, row 5').waitFor();
    await filled(page, true);
  });

  it('puts it aside with Escape, too, while writing, and may stop it', async () => {
    const { page } = hall;
    await page.getByRole('textbox', { name: 'Where in the hall' }).focus();
    await page.keyboard.press('Escape');
    await filled(page, false);
    await page.getByRole('button', { name: 'Stop full screen' }).click();
    await bringOnStage(inKorean);
    await onStage(page).getByText(inKorean).waitFor();
    await filled(page, false);
  });
});

describe('the filters', () => {
  const choose = (name: string, value: string) =>
    moderator.page.getByRole('combobox', { name, exact: true }).selectOption({ label: value });
  const shown = async () =>
    (await moderator.page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem').all()).length;

  it('show one language', async () => {
    expect(await shown()).toBe(6);
    await choose('Language', '日本語');
    expect(await shown()).toBe(3);
    await row(moderator.page, 'New', inJapanese).waitFor();
    await choose('Language', 'All');
  });

  it('show one hall', async () => {
    await choose('Hall', 'Tokyo');
    expect(await shown()).toBe(2);
    await row(moderator.page, 'Claimed by me', fromTokyo).waitFor();
    await choose('Hall', 'Jinan');
    expect(await shown()).toBe(0);
    await choose('Hall', 'All');
  });

  it('show one state, and what comes into it meanwhile', async () => {
    await choose('State', 'New');
    expect(await shown()).toBe(3);
    await press(moderator.page, inJapanese, 'a');
    await eventually(async () => expect(await shown()).toBe(2));
    await choose('State', 'Approved, in order');
    expect(await shown()).toBe(1);
    await press(moderator.page, inJapanese, 'u');
    await eventually(async () => expect(await shown()).toBe(0));
    await choose('State', 'All');
    expect(await shown()).toBe(6);
  });
});

describe('with the keyboard alone', () => {
  const key = (pressed: string) => moderator.page.keyboard.press(pressed);

  it('one goes through the questions', async () => {
    await row(moderator.page, 'New', formula).click();
    await key('j');
    await isSelected(similar);
    await key('k');
    await isSelected(formula);
    await key('ArrowDown');
    await isSelected(similar);
    await key('ArrowUp');
    await isSelected(formula);
  });

  it('one approves, comes to the next by itself, and takes a slip back', async () => {
    await key('a');
    await row(moderator.page, 'Approved, in order', formula).waitFor();
    await isSelected(similar);
    await key('a');
    await row(moderator.page, 'Approved, in order', similar).waitFor();
    await press(moderator.page, similar, 'u');
    await row(moderator.page, 'New', similar).waitFor();
    await key('a');
    await row(moderator.page, 'Approved, in order', similar).waitFor();
  });

  it('one merges, and takes a slip of merging back', async () => {
    const { page } = moderator;
    await press(page, similar, 'm');
    await press(page, formula, 'Shift+M');
    await row(page, 'Done', similar).filter({ hasText: 'Merged' }).waitFor();
    await key('u');
    await row(page, 'Approved, in order', similar).waitFor();
    await press(page, similar, 'm');
    await press(page, formula, 'Shift+M');
    await row(page, 'Done', similar).click();
    await page.getByRole('button', { name: 'Take out again' }).click();
    await row(page, 'Approved, in order', similar).waitFor();
  });

  it('one reads which key does what, and comes back to the question', async () => {
    await press(moderator.page, formula, '?');
    const dialog = moderator.page.getByRole('dialog', { name: 'Keys' });
    await dialog.getByText('Put on stage').waitFor();
    await key('Escape');
    await dialog.waitFor({ state: 'detached' });
    await press(moderator.page, formula, 'c');
    await row(moderator.page, 'Claimed by me', formula).waitFor();
  });
});

describe('the export', () => {
  it('as JSON holds every question with its history', async () => {
    const [name, text] = await saveExport(moderator.page, 'Questions as JSON');
    expect(name).toBe('questions.json');
    const { questions } = JSON.parse(text) as { questions: ExportedQuestion[] };
    expect(questions.map((question) => question.text)).toEqual([
      inJapanese,
      inKorean,
      formula,
      similar,
      fromTokyo,
      '次の便はいつ出ますか。',
    ]);
    const steps = questions[2]?.history.map(({ action, by }) => [action, by]);
    expect(steps?.slice(0, 2)).toEqual([
      ['ask', 'Delegate 1'],
      ['approve', 'Moderation Office'],
    ]);
    expect(steps?.map(([action]) => action)).toEqual(expect.arrayContaining(['merge', 'unmerge', 'claim']));
  });

  it('as CSV holds the same as a table, in which a formula is only words', async () => {
    const [name, text] = await saveExport(moderator.page, 'Questions as CSV');
    expect(name).toBe('questions.csv');
    const [head = [], ...rows] = cellsOf(text.replace(/^\ufeff/, ''));
    const column = (title: string) => rows.map((cells) => cells[head.indexOf(title)]);
    expect(rows).toHaveLength(6);
    expect(column('text')[2]).toBe("'=1+1");
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(column('place').slice(4)).toEqual(['row 3', 'row 5']);
    expect(column('history')[4]).toMatch(/approve, submitted → approved[^]*put-on-stage/);
  });
});

/** The cells of a CSV file, as RFC 4180 has them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

it('troubles nobody’s console', () => {
  for (const { troubles } of [moderator, hall]) expect(troubles).toEqual([]);
});
