import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import type { Defer } from './report';

/** Chromium without a screen, with a fake camera and microphone, in which no page is ever in the background. */
export async function startBrowser(defer: Defer): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--mute-audio',
    ],
  });
  defer(() => browser.close());
  return browser;
}

/** A person's own browser, so to speak: nothing shared with the others, in English. */
export function newPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
}
