import type { Browser } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { makeForum } from '../support/forum';
import { startProduct } from '../support/product';

let server: TestServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  await makeForum(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  visitor = await visit(browser, server.url);
});
afterEach(() => visitor.leave());

it('says what an address without a page is, and leads back', async () => {
  const { page } = visitor;
  for (const address of ['/nowhere', '/events/no-such-event', '/events/no-such-event/register']) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  }
  await page.getByRole('link', { name: 'To the start page', exact: true }).click();
  await page.getByRole('heading', { name: 'Events', exact: true }).waitFor();
});

it('can be skipped to its content, and starts there after going to another page', async () => {
  const { page } = visitor;
  const focused = () =>
    page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');
  await page.goto('/');
  await page.getByRole('link', { name: /East Asian Cities/ }).waitFor();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('main');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Programme' }).waitFor();
  expect(await focused()).toBe('main');
});

it('says when this device is offline, and takes it back', async () => {
  const { page } = visitor;
  await page.goto('/');
  await page.context().setOffline(true);
  const banner = page.getByRole('status').filter({ hasText: 'You are offline.' });
  await banner.waitFor();
  await page.context().setOffline(false);
  await banner.waitFor({ state: 'detached' });
});

it('says why nothing came when the server cannot be reached, and tries again when asked', async () => {
  const { page } = visitor;
  await page.route('**/api/public/events', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
  await page.unroute('**/api/public/events');
  await page.route('**/api/public/events', (route) =>
    route.fulfill({ status: 502, body: '<h1>Bad gateway' }),
  );
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
  await page.unroute('**/api/public/events');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: /East Asian Cities/ }).waitFor();
});

it('is no blank page when the code of a page cannot be fetched', async () => {
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('link', { name: /East Asian Cities/ }).waitFor();
  await page.route('**/assets/EventPage*', (route) => route.abort());
  await page.getByRole('link', { name: /East Asian Cities/ }).click();
  await page.getByRole('heading', { name: 'This page has stopped working' }).waitFor();
  await page.unroute('**/assets/EventPage*');
  await page.getByRole('button', { name: 'Load again' }).click();
  await page.getByRole('heading', { name: 'Programme' }).waitFor();
});

it('is dark or light as the device is, until the person switches it', async () => {
  const { page } = visitor;
  const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  await page.goto('/');
  await page.getByRole('button', { name: 'Use dark colours' }).waitFor();
  const light = await ground();
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.getByRole('button', { name: 'Use light colours' }).waitFor();
  expect(await ground()).toBe(dark);
});
