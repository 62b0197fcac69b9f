/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** All that the page's sockets are sent from now on, as it comes over the wire. Before the page is opened. */
export function socketLog(page: Page): () => string {
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  return () => frames.join('\n');
}

export const chatLog = (page: Page) => page.getByRole('log', { name: 'Messages' });

/** The message with this text; not those that answer it. */
export const messageOf = (page: Page, text: string) =>
  chatLog(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('paragraph').filter({ hasText: text }) });

export const composer = (page: Page) => page.getByRole('textbox', { name: /^Write to/ });

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** Takes an entry of a message's menu. */
export async function take(page: Page, text: string, entry: string): Promise<void> {
  await messageOf(page, text).getByRole('button', { name: 'Actions for the message' }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

export const scrollTo = (page: Page, top: number) =>
  chatLog(page).evaluate((log, to) => log.scrollTo({ top: to, behavior: 'instant' }), top);

/** How much of the list is below what is seen, in pixels. */
export const toTheEnd = (page: Page) =>
  chatLog(page).evaluate(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
  );
