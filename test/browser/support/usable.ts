import type { Page } from 'playwright-core';
import { seriousFindings } from './axe';
import { picture } from './pictures';

/** How far a page reaches over the side of the screen, in CSS pixels. */
export function excess(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Everybody can use the page as it is now: axe finds nothing serious, and nothing is beside the screen. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect({ name, findings: await seriousFindings(page) }).toEqual({ name, findings: [] });
  expect({ name, excess: await excess(page) }).toEqual({ name, excess: 0 });
}
