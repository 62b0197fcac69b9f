import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Chooses an entry of the page's export menu. @returns the file's name, and what is in it */
export async function saveExport(page: Page, entry: string): Promise<[name: string, text: string]> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}
