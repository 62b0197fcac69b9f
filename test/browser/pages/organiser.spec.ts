import type { Browser, Page } from 'playwright-core';
import { FirstOrganiser } from '../../../apps/event-server/src/invitations/first-organiser';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { invitationOf } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { seriousFindings } from '../support/axe';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';

let server: TestServer;
let browser: Browser;
let organiser: Visitor;
let host: Visitor;
/** The venue host's link, as the organiser's page showed it. */
let link: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  organiser = await visit(browser, server.url);
  host = await visit(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = (page: Page) => page.getByRole('dialog');
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
const invitations = (page: Page) => page.locator('section').filter({ hasText: 'personal link' });

it('comes in by the first organiser’s link and finds nothing yet', async () => {
  const { page } = organiser;
  const first = await server.get(FirstOrganiser).unusedLink();
  await page.goto(first ?? '');
  await page.getByRole('heading', { name: 'Organise events with Manyhalls' }).waitFor();
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByRole('heading', { name: 'Set up your first event' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/organise');
});

it('says on the fields what an event lacks, and goes to the first of them', async () => {
  const { page } = organiser;
  await page.getByRole('link', { name: 'New event' }).click();
  await page.getByRole('button', { name: 'Create the event' }).click();
  await page.getByText('Please write this in at least one language.').waitFor();
  await page.getByText(/Small letters a–z, figures and dashes only/).waitFor();
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Title, 中文');
});

it('creates an event, whose address follows from its English title', async () => {
  const { page } = organiser;
  await page.getByRole('textbox', { name: 'Title, English' }).fill('Three Halls, One Forum');
  await page.getByRole('textbox', { name: 'Title, 日本語' }).fill('三会場フォーラム');
  expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('three-halls-one-forum');
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('First day').fill(today);
  await page.getByLabel('Last day').fill(today);
  await page.getByRole('button', { name: 'Create the event' }).click();
  await page.waitForURL('**/organise/three-halls-one-forum');
  await page.getByRole('heading', { name: 'Three Halls, One Forum', level: 1 }).waitFor();
});

it('adds halls, and puts them into protocol order', async () => {
  const { page } = organiser;
  await page.getByRole('tab', { name: 'Halls' }).click();
  for (const [city, zone] of [
    ['Tokyo', 'Asia/Tokyo'],
    ['Jinan', 'Asia/Shanghai'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a hall' }).click();
    await dialog(page).getByRole('textbox', { name: 'City, English' }).fill(city);
    await dialog(page).getByRole('textbox', { name: 'Hall, English' }).fill('Main Hall');
    await pick(page, 'Country or region', city === 'Tokyo' ? 'Japan' : 'China');
    await pick(page, 'Time zone', zone);
    expect(await dialog(page).getByLabel('Short name').inputValue()).toBe(city.toLowerCase());
    await save(page);
    await page.getByRole('button', { name: `Edit ${city}` }).waitFor();
  }
  await page.getByRole('button', { name: 'Move Jinan up' }).click();
  await eventually(async () => {
    const rows = await server.database.query('SELECT key FROM venues ORDER BY position');
    expect(rows.map(({ key }) => key)).toEqual(['jinan', 'tokyo']);
  });
});

it('refuses a second hall of the same short name, on the field', async () => {
  const { page } = organiser;
  await page.getByRole('button', { name: 'Add a hall' }).click();
  await dialog(page).getByRole('textbox', { name: 'City, English' }).fill('Tokyo');
  await dialog(page).getByRole('textbox', { name: 'Hall, English' }).fill('Second Hall');
  await pick(page, 'Country or region', 'Japan');
  await pick(page, 'Time zone', 'Asia/Tokyo');
  await save(page);
  await dialog(page).getByRole('alert').filter({ hasText: 'has this short name already' }).waitFor();
  expect(await dialog(page).getByLabel('Short name').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
});

it('adds a session at a hall’s time, shown on every hall’s clock', async () => {
  const { page } = organiser;
  await page.getByRole('tab', { name: 'Sessions' }).click();
  await page.getByRole('button', { name: 'Add a session' }).click();
  await dialog(page).getByRole('textbox', { name: 'Title, English' }).fill('Opening');
  await dialog(page).getByLabel('Begins').fill('10:00');
  await dialog(page).getByLabel('Ends').fill('11:30');
  await dialog(page).getByText('11:00–12:30').waitFor();
  await save(page);
  const row = page.getByRole('listitem').filter({ hasText: 'Opening' });
  await row.getByText('Scheduled').waitFor();
  await row.getByText('10:00–11:30').waitFor();
});

it('invites a venue host, whose link is shown once', async () => {
  const { page } = organiser;
  await page.getByRole('tab', { name: 'People and invitations' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await pick(page, 'Hall', 'Tokyo');
  await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Tokyo hall office');
  await dialog(page).getByRole('button', { name: 'Make the link' }).click();
  link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/\/invite#[\w-]{43}$/);
  await page.keyboard.press('Escape');
  await invitations(page).getByText('Not accepted yet').waitFor();
  await page.reload();
  await invitations(page).getByText('Not accepted yet').waitFor();
  expect(await page.content()).not.toContain(link.split('#')[1]);
});

it('opening the link shows what it is and changes nothing', async () => {
  const { page } = host;
  await page.goto(link);
  await page.getByRole('heading', { name: 'Three Halls, One Forum' }).waitFor();
  await page.getByText('Venue host').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Accept the invitation' }).waitFor();
  expect(
    await server.database.query('SELECT id FROM invitations WHERE redeemed_at IS NOT NULL'),
  ).toHaveLength(1);
});

it('accepting it leads to the hall’s page of the next session', async () => {
  const { page } = host;
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL('**/events/three-halls-one-forum/sessions/*/hall');
  await organiser.page.reload();
  await invitations(organiser.page).getByText('Accepted', { exact: true }).waitFor();
});

it('withdrawing the access asks first, and then puts the person out', async () => {
  const { page } = organiser;
  await page.getByRole('button', { name: 'Withdraw Tokyo hall office' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await invitations(page).getByText('Accepted', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Withdraw Tokyo hall office' }).click();
  await dialog(page).getByRole('button', { name: 'Withdraw', exact: true }).click();
  await invitations(page).getByText('Withdrawn', { exact: true }).waitFor();

  await host.page.getByRole('heading', { name: 'Your access has been withdrawn' }).waitFor();
  await host.page.reload();
  await host.page.getByRole('heading', { name: 'Your access has been withdrawn' }).waitFor();
  await host.page.goto('about:blank');
  await host.page.goto(link);
  await host.page.getByText('The organisers have withdrawn this invitation').waitFor();
});

it('asks before unsaved changes are lost, and keeps them', async () => {
  const { page } = organiser;
  await page.getByRole('tab', { name: 'Details' }).click();
  const title = page.getByRole('textbox', { name: 'Title, English' });
  await title.fill('Two Halls, One Forum');
  await page.getByRole('link', { name: 'Public page' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  expect(await title.inputValue()).toBe('Two Halls, One Forum');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Two Halls, One Forum', level: 1 }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'Saved' }).waitFor();
  // What was said of the access before fades away some time, and is no colour to be judged by while it does.
  await page.getByRole('alert').filter({ hasText: 'withdrawn' }).waitFor({ state: 'detached' });
  expect(await seriousFindings(page)).toEqual([]);
});

it('does not overwrite what another organiser saved meanwhile', async () => {
  const { page } = organiser;
  await server.database.query(
    `UPDATE live_events SET version = version + 1, title = '{"en": "Forum of Cities"}'`,
  );
  await page.getByRole('textbox', { name: 'Title, English' }).fill('My Forum');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Somebody else has saved this event in the meantime').waitFor();
  expect(await page.getByRole('textbox', { name: 'Title, English' }).inputValue()).toBe('My Forum');
  await page.getByRole('button', { name: 'Take the newest state' }).click();
  await page.getByRole('heading', { name: 'Forum of Cities', level: 1 }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Title, English' }).inputValue()).toBe('Forum of Cities');
});

it('keeps co-hosts in protocol order, and wants a new version for a new consent text', async () => {
  const { page } = organiser;
  const name = (number: number) => page.getByRole('textbox', { name: `Co-host ${number}, English` });
  for (const [index, coHost] of ['Second Institute', 'First Institute'].entries()) {
    await page.getByRole('button', { name: 'Add a co-host' }).click();
    await name(index + 1).fill(coHost);
  }
  await page.getByRole('button', { name: 'Move co-host 2 up' }).click();
  expect(await name(1).inputValue()).toBe('First Institute');
  await page.getByRole('textbox', { name: 'Text on the use of personal data, English' }).fill('A new text.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The text has changed: please give it a new version.').waitFor();
  await page.getByLabel('Version of the text').fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await eventually(async () => {
    const [event] = await server.database.query('SELECT co_hosts, consent FROM live_events');
    expect(event).toMatchObject({
      co_hosts: [{ name: { en: 'First Institute' } }, { name: { en: 'Second Institute' } }],
      consent: { version: '2', text: { en: 'A new text.' } },
    });
  });
});

it('does not remove a hall that a session takes place in, and says why', async () => {
  const { page } = organiser;
  await page.getByRole('tab', { name: 'Halls' }).click();
  await page.getByRole('button', { name: 'Remove Jinan' }).click();
  await dialog(page).getByRole('button', { name: 'Remove the hall' }).click();
  await dialog(page).getByRole('alert').filter({ hasText: 'still belong to this hall' }).waitFor();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
});

it('lets an organiser of one event find it, and no other', async () => {
  const [event] = await server.database.query('SELECT id FROM live_events');
  const invited = await server
    .get(InvitationsService)
    .invite(String(event?.id), invitationOf('organiser', { displayName: 'Secretariat' }));
  const { page, leave } = await visit(browser, server.url);
  await page.goto(invited.link);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByRole('tab', { name: 'Halls' }).waitFor();
  await page.goto('/organise');
  await page.waitForURL('**/organise/three-halls-one-forum');
  await page.goto('/organise/another-event');
  await page.getByRole('heading', { name: 'Please sign in to this event first' }).waitFor();
  await leave();
});

it('worked without a word of complaint in the browser’s console', () => {
  expect(organiser.troubles).toEqual([]);
});

async function pick(page: Page, label: string, option: string): Promise<void> {
  const field = dialog(page).getByRole('combobox', { name: label, exact: true });
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await page.getByRole('option', { name: option }).first().click();
}
