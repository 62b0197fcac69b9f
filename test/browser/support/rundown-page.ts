import type { Locator, Page } from 'playwright-core';
import type { Language } from '@manyhalls/contracts';
import { seriousFindings } from './axe';
import { phone } from './chromium';
import { eventually } from './eventually';
import { typeInto } from './keyboard';
import { picture } from './pictures';
import { excess } from './usable';
import { words } from './words';

// The show caller's page, as its hands and eyes see it.

export const wide = { width: 1920, height: 1080 };
const laptop = { width: 1366, height: 768 };

const list = (page: Page) => page.getByRole('grid', { name: 'Rundown' });
export const row = (page: Page, title: string) => list(page).getByRole('row').filter({ hasText: title });
const rows = async (page: Page) => (await list(page).getByRole('row').allInnerTexts()).slice(1);
export const bar = (page: Page) => page.getByRole('region', { name: 'Running the show' });
export const onProgramme = (page: Page, title: string) =>
  row(page, title).getByText('On programme').waitFor();
export const onStandby = (page: Page, title: string) => row(page, title).getByText('Standby').waitFor();
export const order = async (page: Page, titles: string[]) =>
  eventually(async () => {
    const found = await rows(page);
    expect(titles.map((title) => found.findIndex((text) => text.includes(title)))).toEqual(
      titles.map((_, index) => index),
    );
  });
export const announced = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });

/** The page as it is now, in every size and language, held to axe. */
export async function look(
  page: Page,
  name: string,
  sizes: Record<string, typeof wide> = { wide, laptop, phone },
) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const language of ['zh', 'ja', 'ko', 'en'] as const) {
      await speak(page, language);
      await picture(page, `rundown-${name}-${size}-${language}`);
      expect(await excess(page)).toBe(0);
    }
    expect(await seriousFindings(page)).toEqual([]);
  }
  await page.setViewportSize(wide);
}

const languageNames: Record<Language, string> = { zh: '中文', ja: '日本語', ko: '한국어', en: 'English' };

/** As a hand does it: a mouse that jumps is taken for a click. */
export async function drag(page: Page, handle: Locator, target: Locator): Promise<void> {
  await handle.hover();
  await page.mouse.down();
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to drag it to');
  await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 8 });
  await page.mouse.move(box.x + 20, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
}

async function speak(page: Page, language: Language): Promise<void> {
  await page
    .getByRole('button', { name: /English|日本語|中文|한국어/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: languageNames[language] }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: words(language, 'rundown:bar.title') }).waitFor();
}

/** Writes a cue into the form that is open. */
export async function write(page: Page, title: string, length: string) {
  const form = page.getByRole('dialog');
  await typeInto(page, form.getByRole('textbox', { name: 'Title, English' }), title);
  await typeInto(page, form.getByRole('textbox', { name: 'Length' }), length);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
}

/** A key of the desk, wherever the focus was. */
export async function press(page: Page, key: string) {
  await page.locator('main').focus();
  await page.keyboard.press(key);
}
