import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { together } from './together';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/**
 * A real Chromium with a fake camera and microphone.
 * @param autoplay whether pages may play sound before anybody has touched them, which browsers do not allow
 */
export function launchChromium({ autoplay = true } = {}): Promise<Browser> {
  return together(launch(autoplay), (browser) => browser.close());
}

async function launch(autoplay: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: autoplay ? [...flags, '--autoplay-policy=no-user-gesture-required'] : flags,
  });
}

function chromiumPath(): string {
  if (process.env.CHROMIUM_BIN) return process.env.CHROMIUM_BIN;
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names)
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
  throw new Error('there is no Chromium; "npm test" installs it, or set CHROMIUM_BIN');
}

export interface Visitor {
  page: Page;
  /** What went wrong in the page without being shown: errors in its console, exceptions nobody caught. */
  troubles: string[];
  leave(): Promise<void>;
}

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** Somebody with a browser of their own: nothing is shared with other visitors. English, unless said otherwise. */
export async function visit(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: desktop,
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    // A refused request is a test's business; the browser reports each one here as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  return { page, troubles, leave: () => context.close() };
}
