import type { Browser } from 'playwright-core';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { startProduct } from '../support/product';

let server: TestServer;
let browser: Browser;
let organiser: Visitor;
/** What the page has asked for since it was opened, without the ids. */
let asked: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  organiser = await visit(browser, server.url);
  const { page } = organiser;
  const { link } = await server.get(InvitationsService).inviteOrganiser('Office of the Organiser');
  await page.goto(link);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  asked = [];
  page.on('request', (request) => {
    const [, path] = /\/api\/(.*)/.exec(request.url()) ?? [];
    if (path) asked.push(`${request.method()} ${path.replace(/[0-9a-f-]{36}/, ':id')}`);
  });
});
afterEach(() => organiser.leave());

const renewal = 'POST sign-ins/:id/refresh';

it('gets a ticket with the browser’s cookie after the page is loaded again', async () => {
  const { page } = organiser;
  await page.reload();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  expect(asked).toEqual([renewal, 'GET events']);
});

it('exchanges a ticket that has ended on the way, once, and asks again', async () => {
  const { page } = organiser;
  await page.route('**/api/events', (route) => route.fulfill(refusal(401, 'ticket-expired')), { times: 1 });
  await page.reload();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  expect(asked).toEqual([renewal, 'GET events', renewal, 'GET events']);
});

it('does not go on asking when no ticket is good', async () => {
  const { page } = organiser;
  await page.route('**/api/events', (route) => route.fulfill(refusal(401, 'ticket-expired')));
  await page.reload();
  await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
  expect(asked).toEqual([renewal, 'GET events', renewal, 'GET events']);
});

it('works on a device whose clock is a day off', async () => {
  const { page } = organiser;
  await page.clock.install({ time: Date.now() + 86_400_000 });
  await page.reload();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  await page.getByRole('link', { name: 'New event' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  expect(asked).toEqual([renewal, 'GET events', 'GET events']);
});

it('says each time that a sign-in was ended elsewhere, and takes it again once it is good', async () => {
  const { page } = organiser;
  const withdrawn = page.getByRole('heading', { name: 'Your access has been withdrawn' });
  await server.database.query('UPDATE sign_ins SET revoked_at = now()');
  await page.reload();
  await withdrawn.waitFor();
  await page.reload();
  await withdrawn.waitFor();
  await server.database.query('UPDATE sign_ins SET revoked_at = NULL');
  await page.reload();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
});

function refusal(status: number, code: string) {
  return { status, json: { error: { code, message: 'for this test' } } };
}
