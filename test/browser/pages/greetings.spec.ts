import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { dataFolder } from '../../factories/greetings';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { mediaEnvironment } from '../../factories/media-environment';
import { invitationOf } from '../../factories/people';
import type { TestServer } from '../../factories/server';
import { seriousFindings } from '../support/axe';
import { desktop, launchChromium, phone, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { picture } from '../support/pictures';
import { startProduct } from '../support/product';
import { words } from '../support/words';

const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg';
const languages = ['zh', 'ja', 'ko', 'en'] as const;

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: TestServer;
let browser: Browser;
let sample: SampleEvent;
let crew: Visitor;
let office: Visitor;
/** Large enough for several pieces. */
let recording: string;
/** The office's link, as the library showed it. */
let link: string;

beforeAll(async () => {
  folder = await dataFolder();
  const environment = { ...(await mediaEnvironment('jinan,tokyo')), DATA_DIR: folder.path };
  [server, browser] = await Promise.all([startProduct(environment), launchChromium()]);
  sample = await makeEvent(server);
  [crew, office] = [await visit(browser, server.url), await visit(browser, server.url)];
  recording = join(folder.path, 'greeting.mov');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=25:duration=6'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=6'];
  const codecs = ['-c:v', 'mjpeg', '-q:v', '1', '-huffman', 'default', '-c:a', 'pcm_s16le'];
  await promisify(execFile)(ffmpeg, ['-v', 'error', ...picture, ...sound, ...codecs, recording]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const choose = (page: Page, file: string) => page.locator('input[type=file]').first().setInputFiles(file);

/** As it looks to everybody who may read it, when pictures are wanted. */
async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  for (const [view, viewport] of [
    ['desktop', desktop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const language of languages) {
      await page.evaluate(`localStorage.setItem('manyhalls.language', '${language}')`);
      await page.reload();
      await page.waitForLoadState('networkidle');
      await picture(page, `${name}-${view}-${language}`);
    }
  }
  await page.evaluate(`localStorage.setItem('manyhalls.language', 'en')`);
  await page.setViewportSize(desktop);
  await page.reload();
}

it('an organiser invites an office, and sees the link once', async () => {
  const { page } = crew;
  const { link: invitation } = await server
    .get(InvitationsService)
    .invite(sample.event.id, invitationOf('organiser'));
  await page.goto(invitation);
  await button(page, 'Accept the invitation').click();
  await page.waitForURL('**/organise/**');
  await page.getByRole('tab', { name: 'Greetings' }).click();
  await page.getByText('Nobody has been asked for a greeting yet.').waitFor();
  for (const name of ['Office of the Governor', 'Office of the Mayor']) {
    await button(page, 'Invite an office').click();
    await page.getByRole('textbox', { name: 'Who speaks, English' }).fill(name);
    await page.getByRole('textbox', { name: 'Title, English' }).fill('Governor of the Province');
    await button(page, 'Make the link').click();
    link ||= await page.getByRole('textbox', { name: 'The private link' }).inputValue();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  }
  expect(link).toMatch(/\/greetings#[\w-]{43}$/);
  await page.getByText('Invited').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('the office reads what to film, in each language', async () => {
  const { page } = office;
  await page.goto(link);
  await page.getByRole('heading', { name: 'Your recorded greeting' }).waitFor();
  await page.getByText('Office of the Governor').waitFor();
  await page.getByText('No video yet').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, 'office-invited');
  for (const language of languages) {
    await page.evaluate(`localStorage.setItem('manyhalls.language', '${language}')`);
    await page.reload();
    await page.getByText(words(language, 'greetings:how.soundText')).waitFor();
    await page.getByRole('button', { name: words(language, 'greetings:office.choose') }).waitFor();
  }
});

it('is told in words which file cannot be taken', async () => {
  const { page } = office;
  const send = (name: string, content: string) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'video/mp4', buffer: Buffer.from(content) });
  const alert = page.getByRole('alert');
  await send('..%2Fgreeting.mp4', 'a video');
  await alert.getByText('The name of this file cannot be taken').waitFor();
  await picture(page, 'office-name');
  await send('greeting.mp4', '');
  await alert.getByText('This file is empty.').waitFor();
  await page.getByText('No video yet').waitFor();
  await send('greeting.mp4', 'These are notes for the speech.');
  await alert.getByText('This file is not a video.').waitFor();
  await alert.getByText('Please choose the video file itself').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, 'office-refused');
});

it('sends a file, pauses, and goes on after loading the page again, and after a cut', async () => {
  const { page } = office;
  let pieces = 0;
  // The second piece is under way for as long as the test wants.
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH' || ++pieces === 1) await route.continue();
  });
  await choose(page, recording);
  await page.getByText('Sending', { exact: true }).waitFor();
  await eventually(async () => expect(pieces).toBe(2));
  await button(page, 'Pause').click();
  await page.getByText('Paused', { exact: true }).waitFor();
  await picture(page, 'office-paused');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText('An upload was not finished').waitFor();
  await picture(page, 'office-unfinished');

  await page.unroute('**/uploads/*');
  await page.route('**/uploads/*', (route) => route.abort());
  const asks = page.waitForRequest((request) => request.method() === 'HEAD');
  await choose(page, recording);
  await asks;
  await page.getByText('Waiting for the connection').waitFor();
  await picture(page, 'office-waiting');
  const goesOn = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.unroute('**/uploads/*');
  expect(Number((await goesOn).headers()['upload-offset'])).toBeGreaterThan(0);
  await page.getByText('Ready to be watched').waitFor();
  await eventually(async () => {
    expect(await page.evaluate('document.querySelector("video").videoWidth')).toBeGreaterThan(0);
  });
  await pictures(page, 'office-ready');
});

it('the crew watches, sends back, thinks again and approves; the office is told', async () => {
  const { page } = crew;
  await page.getByText('To be watched').waitFor();
  await pictures(page, 'library');
  await page.getByRole('button', { name: 'Open Office of the Governor' }).click();
  const drawer = page.getByRole('dialog', { name: 'Office of the Governor' });
  await eventually(async () => {
    expect(await page.evaluate('document.querySelector("[role=dialog] video").videoWidth')).toBeGreaterThan(
      0,
    );
  });
  if (process.env['SCREENSHOTS'])
    for (const [view, width] of [
      ['desktop', 1280],
      ['phone', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 2000 });
      await picture(page, `drawer-${view}`);
    }
  await page.setViewportSize(desktop);
  expect(await seriousFindings(page)).toEqual([]);

  await drawer.getByRole('button', { name: 'Send back with a note' }).click();
  await drawer.getByRole('textbox', { name: 'Note to the office' }).fill('The sound is too low.');
  await drawer.getByRole('button', { name: 'Send back with a note' }).click();
  await office.page.reload();
  await office.page.getByText('The sound is too low.').waitFor();
  await drawer.getByRole('button', { name: 'Take back the sending back' }).click();
  await drawer.getByRole('button', { name: 'Approve this file' }).click();
  await drawer.getByText('Approved', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('On all nodes').waitFor();
  await page.getByRole('button', { name: 'Open Office of the Governor' }).click();
  await office.page.reload();
  await office.page.getByText('Approved', { exact: true }).waitFor();
  await expect(office.page.getByRole('button', { name: 'Send another file instead' }).count()).resolves.toBe(
    0,
  );
});

it('trims by the player, and has the new file to approve', async () => {
  const { page } = crew;
  const drawer = page.getByRole('dialog', { name: 'Office of the Governor' });
  await page.evaluate('document.querySelector("[role=dialog] video").currentTime = 2');
  await drawer.getByRole('button', { name: 'Start at the player’s position' }).click();
  expect(await drawer.getByRole('textbox', { name: 'From' }).inputValue()).toBe('0:02');
  await drawer.getByRole('textbox', { name: 'To' }).fill('0:99');
  await drawer.getByText(/Minutes and seconds such as/).waitFor();
  await drawer.getByRole('textbox', { name: 'To' }).fill('0:05');
  await button(page, 'Make the trimmed file').click();
  await drawer.getByText('To be watched').waitFor();
  await drawer.getByText(/^0:03/).waitFor();
});

it('takes subtitles, and says which line it cannot read', async () => {
  const { page } = crew;
  const drawer = page.getByRole('dialog', { name: 'Office of the Governor' });
  const put = (name: string, text: string) =>
    drawer
      .locator('section', { hasText: 'WebVTT or SRT' })
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await put('zh.srt', '1\n00:00:01,000 --> 00:00:x\nHello');
  await drawer.getByText('Line 2: this time cannot be read.').waitFor();
  await put('zh.srt', '1\n00:00:02,500 --> 00:00:04,000\n各位来宾');
  await drawer.getByText('There', { exact: true }).waitFor();
  await drawer.getByRole('button', { name: 'Close' }).click();
});

it('puts the greetings in another order by keyboard and by dragging', async () => {
  const { page } = crew;
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Open / }) });
  const names = () => rows.getByRole('button', { name: /^Open / }).allTextContents();
  await page.getByRole('button', { name: 'Move Office of the Mayor up' }).press('Enter');
  await eventually(async () =>
    expect(await names()).toEqual(['Office of the Mayor', 'Office of the Governor']),
  );
  await page.reload();
  await page.getByText('Office of the Mayor').waitFor();
  expect(await names()).toEqual(['Office of the Mayor', 'Office of the Governor']);
  const [upper, lower] = await Promise.all([0, 1].map((index) => rows.nth(index).boundingBox()));
  if (!upper || !lower) throw new Error('the rows are not drawn');
  await page.mouse.move(upper.x + 24, upper.y + upper.height / 2);
  await page.mouse.down();
  await page.mouse.move(lower.x + 24, lower.y + lower.height / 2, { steps: 10 });
  await page.mouse.up();
  await eventually(async () =>
    expect(await names()).toEqual(['Office of the Governor', 'Office of the Mayor']),
  );
});

it('withdraws a link, which then says so', async () => {
  const { page } = crew;
  await page.getByRole('button', { name: 'Open Office of the Governor' }).click();
  await button(page, 'Withdraw the link').click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Withdraw the link' }).click();
  await page.getByText('Link withdrawn').waitFor();
  await office.page.reload();
  await office.page.getByText('The organisers have withdrawn this link.').waitFor();
  expect([...crew.troubles, ...office.troubles]).toEqual([]);
});

it('is open to a show caller, who sets no event up, and to nobody else', async () => {
  const { page } = await visit(browser, server.url);
  const { link: invitation } = await server
    .get(InvitationsService)
    .invite(sample.event.id, invitationOf('show-caller'));
  await page.goto(`/events/${sample.event.slug}/greetings`);
  await page.getByText(words('en', 'app:gate.crew')).waitFor();
  await page.goto(invitation);
  await button(page, 'Accept the invitation').click();
  await page.waitForURL('**/sessions/**');
  await page.goto(`/events/${sample.event.slug}/greetings`);
  await page.getByRole('heading', { name: 'Recorded greetings' }).waitFor();
  await page.getByRole('button', { name: 'Open Office of the Mayor' }).waitFor();
});
