import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { readStopwatch } from '../pages/stopwatch';

/** People read a page before they press; between these, in milliseconds. */
const LOOK_MS = { least: 300, most: 700 };

/** Where one can join again and again, in one browser. */
export interface Door {
  /** With `installStopwatch`. */
  context: BrowserContext;
  address: string;
  button: { role: 'link' | 'button'; name: string };
}

/** Opens the door's page in a tab of its own, and presses. @returns the milliseconds until the first picture */
export async function joinThrough({
  context,
  address,
  button: { role, name },
}: Door): Promise<{ page: Page; milliseconds: number }> {
  const page = await context.newPage();
  await page.goto(address);
  const button = page.getByRole(role, { name, exact: true });
  await button.waitFor();
  await wait(LOOK_MS.least + Math.random() * (LOOK_MS.most - LOOK_MS.least));
  await button.click();
  const milliseconds = await (await page.waitForFunction(readStopwatch)).jsonValue();
  if (milliseconds === null) throw new Error('the stopwatch was not stopped');
  return { page, milliseconds };
}
