import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import type { InvitedRole } from '@manyhalls/contracts';
import { invitationOf } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { installConnectionWatch } from '../in-page/received-media';
import { installSocketWatch } from '../in-page/own-socket';
import { visit, type Visitor } from './chromium';
import type { Forum } from './forum';

/** A browser whose received media and sockets can be looked at. */
export async function watchfulVisit(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await visit(browser, server.url, options);
  await visitor.page.addInitScript(installConnectionWatch);
  await visitor.page.addInitScript(installSocketWatch);
  return visitor;
}

/** Registers an attendee by the form, which leads into the session that is on or comes next. */
export async function registerAttendee(
  page: Page,
  { event }: Forum,
  name: string,
  institution = 'University',
): Promise<void> {
  await page.goto(`/events/${event.slug}/register`);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('Institution or company').fill(institution);
  await page.getByRole('combobox', { name: 'Country or region' }).fill('Japan');
  await page.getByRole('option', { name: 'Japan' }).click();
  await page.getByLabel('I have read this and agree').check();
  await page.getByRole('button', { name: 'Register and join' }).click();
  await page.waitForURL('**/sessions/*');
}

/**
 * Opens an invitation of this role.
 * @param venue key of the hall a venue host belongs to
 * @returns the link, for the same person's other devices
 */
export async function acceptInvitation(
  page: Page,
  server: TestServer,
  { event }: Forum,
  role: InvitedRole,
  venue?: string,
): Promise<string> {
  const venueId = event.venues.find(({ key }) => key === venue)?.id;
  const invitation = invitationOf(role, venueId ? { venueId } : {});
  const { link } = await server.get(InvitationsService).invite(event.id, invitation);
  await openInvitation(page, link);
  return link;
}

export async function openInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL('**/sessions/**');
}

/** The address of a session's page. @param title how its English title begins */
export function sessionPath({ event }: Forum, title: string): string {
  const session = event.sessions.find((one) => one.title.en?.startsWith(title));
  if (!session) throw new Error(`there is no session called ${title}`);
  return `/events/${event.slug}/sessions/${session.id}`;
}
