import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { installHallDevices } from '../in-page/hall-devices';
import { installConnectionWatch } from '../in-page/received-media';
import { visit, type Visitor } from './chromium';
import type { Forum } from './forum';
import { acceptInvitation } from './people';

/** What each hall's microphone hears, in hertz. */
export const tones = { jinan: 520, tokyo: 910, osaka: 1430 } as const;
/** What each hall's second microphone hears. */
export const otherTone = 2_050;
export type HallKey = keyof typeof tones;
export const hallKeys = Object.keys(tones) as HallKey[];

/** The hosts of all halls, each with a browser of their own. */
export interface Hosts {
  of(hall: HallKey): Page;
  leave(): Promise<void>;
}

/** Invites a host for each of these halls and lets them open their links. */
export async function openHalls(
  browser: Browser,
  server: TestServer,
  forum: Forum,
  halls: readonly HallKey[] = hallKeys,
): Promise<Hosts> {
  const hosts = new Map(
    await Promise.all(
      halls.map(async (hall) => [hall, await openHall(browser, server, forum, hall)] as const),
    ),
  );
  return {
    of: (hall) => {
      const host = hosts.get(hall);
      if (!host) throw new Error(`nobody hosts ${hall}`);
      return host.page;
    },
    leave: async () => void (await Promise.all([...hosts.values()].map(({ leave }) => leave()))),
  };
}

/** Invites a host for this hall, who opens the link. */
export async function openHall(
  browser: Browser,
  server: TestServer,
  forum: Forum,
  hall: HallKey,
): Promise<Visitor> {
  const host = await visit(browser, server.url);
  await host.page.addInitScript(installConnectionWatch);
  await host.page.addInitScript(installHallDevices, { name: hall, tone: tones[hall], otherTone });
  // Asked when a page that is on air is left.
  host.page.on('dialog', (dialog) => void dialog.accept());
  await acceptInvitation(host.page, server, forum, 'venue-host', hall);
  await host.page.getByRole('button', { name: 'Turn on camera and microphone' }).waitFor();
  return host;
}

/** From an open hall page to the green room. */
export async function enterGreenRoom(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'Turn on camera and microphone' }).click();
  await host.getByRole('button', { name: 'Enter the green room' }).click();
  await host.getByRole('button', { name: 'Go on air' }).waitFor();
}

export async function goOnAir(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'Go on air' }).click();
  await host.getByRole('button', { name: 'Leave the air' }).waitFor();
}
