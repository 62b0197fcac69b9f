import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { invitationOf } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { installHallDevices, type HallDevice } from '../in-page/hall-devices';
import { installOwnStorage } from '../in-page/own-storage';
import { installConnectionWatch } from '../in-page/received-media';
import { desktop } from './chromium';
import type { Forum } from './forum';

/** What each hall's microphone hears, in hertz. */
export const tones = { jinan: 520, tokyo: 910, osaka: 1430 } as const;
/** What each hall's second microphone hears. */
export const otherTone = 2_050;
export type HallKey = keyof typeof tones;
export const hallKeys = Object.keys(tones) as HallKey[];

const devices: Record<string, HallDevice> = Object.fromEntries(
  hallKeys.map((name) => [name, { name, tone: tones[name], otherTone }]),
);

/** The hosts of all halls in one page, each in a frame of its own, to save memory. */
export interface Hosts {
  page: Page;
  /** The frame changes its document, but stays the same. */
  of(hall: HallKey): Frame;
  leave(): Promise<void>;
}

/** Invites a host for each of these halls and lets them open their links. */
export async function openHalls(
  browser: Browser,
  server: TestServer,
  forum: Forum,
  halls: readonly HallKey[] = hallKeys,
): Promise<Hosts> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    viewport: { width: 3 * desktop.width, height: desktop.height },
  });
  await context.addInitScript(installOwnStorage);
  await context.addInitScript(installConnectionWatch);
  await context.addInitScript(installHallDevices, devices);
  const page = await openFrames(context, halls);
  // Asked when a page that is on air is left.
  page.on('dialog', (dialog) => void dialog.accept());
  const frameOf = (hall: HallKey) => {
    const frame = page.frame({ name: hall });
    if (!frame) throw new Error(`no frame for ${hall}`);
    return frame;
  };
  await Promise.all(
    halls.map(async (hall) => {
      const venueId = forum.event.venues.find(({ key }) => key === hall)?.id;
      const { link } = await server
        .get(InvitationsService)
        .invite(forum.event.id, invitationOf('venue-host', { venueId, displayName: `Host ${hall}` }));
      await frameOf(hall).goto(link);
      await frameOf(hall).getByRole('button', { name: 'Accept the invitation' }).click();
      await frameOf(hall).getByRole('button', { name: 'Turn on camera and microphone' }).waitFor();
    }),
  );
  return { page, of: frameOf, leave: () => context.close() };
}

async function openFrames(context: BrowserContext, halls: readonly HallKey[]): Promise<Page> {
  const page = await context.newPage();
  const frames = halls.map(
    (name) =>
      `<iframe name="${name}" style="width:33%;height:780px;border:0" allow="camera;microphone;fullscreen"></iframe>`,
  );
  // The product forbids being framed, which is about strangers' pages, not about this one.
  await page.route(
    ({ pathname }) => /^\/(invite|events)/.test(pathname),
    async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );
  await page.route('**/frames.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: frames.join('') }),
  );
  await page.goto('/frames.html');
  return page;
}

/** From an open hall page to the green room. */
export async function enterGreenRoom(host: Frame): Promise<void> {
  await host.getByRole('button', { name: 'Turn on camera and microphone' }).click();
  await host.getByRole('button', { name: 'Enter the green room' }).click();
  await host.getByRole('button', { name: 'Go on air' }).waitFor();
}

export async function goOnAir(host: Frame): Promise<void> {
  await host.getByRole('button', { name: 'Go on air' }).click();
  await host.getByRole('button', { name: 'Leave the air' }).waitFor();
}
