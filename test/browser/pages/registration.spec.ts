import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { startProduct } from '../support/product';

let server: TestServer;
let browser: Browser;
let forum: Forum;
let attendee: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  forum = await makeForum(server);
  attendee = await visit(browser, server.url, { timezoneId: 'Europe/London' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const attendees = () =>
  server.database.query("SELECT * FROM participants WHERE role = 'attendee' ORDER BY created_at");
/** The words on what has the keyboard; nothing where nothing has it. */
const focused = (page: Page) =>
  page.evaluate<string>(`(({ body, activeElement: at }) =>
    at === body ? '' : (at.labels?.[0] ?? at).textContent)(document)`);

it('shows the agenda to anybody, on the clocks of the halls and on their own', async () => {
  const { page } = attendee;
  await page.goto('/events/cities-2026');
  const opening = page.getByRole('listitem').filter({ hasText: 'Opening and keynote speeches' });
  await opening.waitFor();
  const times = await opening.getByRole('listitem').allInnerTexts();
  const spoken = times.map((time) => time.replace(/\s+/g, ' '));
  expect(spoken.slice(0, 2)).toEqual(['10:00–12:00 Jinan', '11:00–13:00 Tokyo · Osaka']);
  expect(spoken[2]).toMatch(/^0[23]:00–0[45]:00 your time$/);
});

it('does not register anybody who leaves something out', async () => {
  const { page } = attendee;
  await page.getByRole('link', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Register and join' }).click();
  await page.getByText('Please fill in this field.').first().waitFor();
  await page.getByText('Please choose one.').waitFor();
  await page.getByText('Registration needs your agreement.').waitFor();
  expect(await focused(page)).toContain('Name');
  expect(await attendees()).toEqual([]);
});

it('registers with the keyboard alone', async () => {
  const { page } = attendee;
  const { keyboard } = page;
  await page.goto('/events/cities-2026/register');
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  const tabTo = async (label: string) => {
    for (let steps = 0; !(await focused(page)).startsWith(label); steps += 1) {
      if (steps > 15) throw new Error(`${label} cannot be reached; at ${await focused(page)}`);
      await keyboard.press('Tab');
    }
  };
  await tabTo('Name');
  await keyboard.type('Office of the Governor');
  await tabTo('Institution');
  await keyboard.type('Provincial Government');
  await tabTo('Country');
  await keyboard.type('South Korea');
  await page.getByRole('option', { name: 'South Korea' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo('I have read this and agree');
  await keyboard.press('Space');
  await tabTo('Register and join');
  await keyboard.press('Enter');
  await page.waitForURL('**/events/cities-2026/sessions/*');

  const [registered, ...others] = await attendees();
  expect(others).toEqual([]);
  expect(registered).toMatchObject({
    display_name: 'Office of the Governor',
    institution: 'Provincial Government',
    country: 'KR',
    language: 'en',
    consent_version: '2026-11',
  });
  expect(registered?.consented_at).toBeInstanceOf(Date);
});

it('then joins with one click, without a form', async () => {
  const { page } = attendee;
  await page.goto('/events/cities-2026/register');
  await page.getByRole('heading', { name: 'You are registered' }).waitFor();
  await page.getByRole('link', { name: 'Join', exact: true }).click();
  await page.waitForURL('**/events/cities-2026/sessions/*');

  await page.goto('/events/cities-2026');
  await page.getByText('You join as Office of the Governor.').waitFor();
  await page.getByRole('link', { name: 'Enter', exact: true }).click();
  await page.waitForURL('**/events/cities-2026/sessions/*');
});

it('is known in this browser only, and keeps nothing secret where scripts can read it', async () => {
  const stored = await attendee.page.evaluate<string>(
    'JSON.stringify({ ...localStorage, ...sessionStorage })',
  );
  const known: unknown = JSON.parse(JSON.parse(stored)['manyhalls.sign-ins']);
  expect(known).toEqual([
    {
      signInId: expect.any(String),
      participantId: expect.any(String),
      eventSlug: 'cities-2026',
      role: 'attendee',
      venueId: null,
      displayName: 'Office of the Governor',
      language: 'en',
    },
  ]);
  expect(await attendee.page.evaluate('document.cookie')).toBe('');

  const stranger = await visit(browser, server.url);
  await stranger.page.goto(`/events/cities-2026/sessions/${forum.event.sessions[0]?.id}`);
  await stranger.page.getByRole('heading', { name: 'Please sign in to this event first' }).waitFor();
  await stranger.leave();
});

it('signs out on this device', async () => {
  const { page } = attendee;
  await page.goto('/events/cities-2026');
  await page.getByRole('button', { name: 'Signed in as Office of the Governor' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.goto('/events/cities-2026');
  await page.getByRole('link', { name: 'Register' }).waitFor();
});

it('asks again when the text was changed while the form was being filled in', async () => {
  const { page, leave } = await visit(browser, server.url);
  await page.goto('/events/cities-2026/register');
  await page.getByRole('textbox', { name: 'Name' }).fill('Late Reader');
  await page.getByLabel('Institution or company').fill('University');
  await page.getByRole('combobox', { name: 'Country or region' }).fill('Japan');
  await page.getByRole('option', { name: 'Japan' }).click();
  await page.getByLabel('I have read this and agree').check();
  await server.database.query(
    `UPDATE live_events SET consent = '{"version": "2026-12", "text": {"en": "The newer text."}}'`,
  );
  await page.getByRole('button', { name: 'Register and join' }).click();
  await page.getByText('This text was changed while you were filling in the form.').waitFor();
  await page.getByText('The newer text.').waitFor();
  expect(await page.getByLabel('I have read this and agree').isChecked()).toBe(false);
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Late Reader');

  await page.getByLabel('I have read this and agree').check();
  await page.getByRole('button', { name: 'Register and join' }).click();
  await page.waitForURL('**/events/cities-2026/sessions/*');
  expect((await attendees()).at(-1)).toMatchObject({ consent_version: '2026-12' });
  await leave();
});

it('is closed when the organisers have closed it', async () => {
  await server.database.query('UPDATE live_events SET registration_open = false');
  const { page, leave } = await visit(browser, server.url);
  await page.goto('/events/cities-2026');
  await page.getByText('Registration is closed.').waitFor();
  await page.goto('/events/cities-2026/register');
  await page.getByRole('heading', { name: 'Registration is closed' }).waitFor();
  await leave();
});
