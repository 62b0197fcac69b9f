import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { workerPorts } from '../in-page/received-media';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { makeForum, type Forum } from '../support/forum';
import { enterGreenRoom, goOnAir, openHalls, otherTone, tones, type Hosts } from '../support/halls';
import { threeNodes } from '../support/media-ports';
import {
  acceptInvitation,
  openInvitation,
  registerAttendee,
  sessionPath,
  watchfulVisit,
} from '../support/people';
import { startProduct } from '../support/product';
import { hearsExactly, seesAdvancing } from '../support/received';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

type Stored = Awaited<ReturnType<BrowserContext['storageState']>>;

let server: TestServer;
let browser: Browser;
let forum: Forum;
let hosts: Hosts;
let jinan: Page;
let audience: Visitor;
let caller: Visitor;

/** Jinan is on air, the session is live, and one attendee watches. */
beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  hosts = await openHalls(browser, server, forum, ['jinan']);
  jinan = hosts.of('jinan');
  await enterGreenRoom(jinan);
  await goOnAir(jinan);
  caller = await watchfulVisit(browser, server);
  await acceptInvitation(caller.page, server, forum, 'show-caller');
  await caller.page.getByRole('button', { name: 'Start the session' }).click();
  audience = await watchfulVisit(browser, server);
  await registerAttendee(audience.page, forum, 'Attendee');
  await seesAdvancing(audience.page, 1);
});
afterAll(async () => {
  expect([...(caller?.troubles ?? []), ...(audience?.troubles ?? [])]).toEqual([]);
  await browser?.close();
  await server?.stop();
});

it('tells the host that the audience sees and hears the hall now, and how good the link is', async () => {
  await jinan.getByText('The audience and the other halls see and hear you now.').waitFor();
  const link = jinan.getByRole('region', { name: 'Your link' });
  await link.getByText(/^(Good|Weak|Bad)$/).waitFor();
  await link.getByText(/^\d+\.\d\d Mbit\/s$/).waitFor();
  await link.getByText(/^\d+ ms$/).waitFor();
  // 360p at 15 pictures a second: the smaller sizes are there at once.
  await link.getByText(/90p/).waitFor();
});

it('shows the audience that the microphone is off while it is muted', async () => {
  const mute = jinan.getByRole('button', { name: 'Mute microphone' });
  const silent = audience.page.getByRole('img', { name: 'Microphone off' });
  await mute.click();
  await silent.waitFor();
  await hearsExactly(audience.page, []);
  await mute.click();
  await silent.waitFor({ state: 'detached' });
  await hearsExactly(audience.page, [tones.jinan]);
});

it('changes the microphone while on air, and says where it is', async () => {
  await jinan.getByRole('combobox', { name: 'Microphone' }).click();
  await jinan.getByRole('option', { name: 'Second microphone' }).click();
  await hearsExactly(audience.page, [otherTone]);
  await jinan.getByRole('radio', { name: 'From the mixing desk' }).check();
  await hearsExactly(audience.page, [otherTone]);
  await jinan.getByRole('combobox', { name: 'Microphone' }).click();
  await jinan.getByRole('option', { name: 'First microphone' }).click();
  await hearsExactly(audience.page, [tones.jinan]);
});

it('keeps slides in their green room until they are put on air', async () => {
  await jinan.getByRole('button', { name: 'Share slides or a screen' }).click();
  await jinan.getByRole('button', { name: 'Put slides on air' }).waitFor();
  await caller.page.getByRole('article', { name: 'Jinan · Slides' }).getByText('Green room').waitFor();
  const slides = audience.page.getByRole('button', { name: 'Show Jinan · Slides large' });
  expect(await slides.count()).toBe(0);
  await jinan.getByRole('button', { name: 'Put slides on air' }).click();
  await slides.click();
  await seesAdvancing(audience.page, 2);
  await jinan.getByRole('button', { name: 'Stop sharing' }).click();
  await slides.waitFor({ state: 'detached' });
  await seesAdvancing(audience.page, 1);
});

it('is on air again by itself after a reload', async () => {
  await jinan.goto(`${sessionPath(forum, 'Opening')}/hall`);
  await jinan.getByRole('button', { name: 'Leave the air' }).waitFor();
  await seesAdvancing(audience.page, 1);
  await hearsExactly(audience.page, [tones.jinan]);
});

it('asks before it leaves the air, and the audience sees the slate', async () => {
  const leave = jinan.getByRole('button', { name: 'Leave the air' });
  await leave.click();
  await jinan.getByRole('button', { name: 'Stay on air' }).last().click();
  await seesAdvancing(audience.page, 1);
  await leave.click();
  await jinan.getByRole('dialog').getByRole('button', { name: 'Leave the air' }).click();
  await audience.page.getByText('This hall is not on air at the moment').first().waitFor();
  await hearsExactly(audience.page, []);
  await goOnAir(jinan);
  await seesAdvancing(audience.page, 1);
});

it('is taken off the air by the show caller, who has to press twice', async () => {
  const monitor = caller.page.getByRole('article', { name: 'Jinan' });
  await monitor.getByText('Programme').waitFor();
  await monitor.getByRole('button', { name: 'Take off air' }).click();
  await monitor.getByRole('button', { name: 'Press again' }).click();
  await jinan.getByRole('button', { name: 'Go on air' }).waitFor();
  await monitor.getByText('Off programme').waitFor();
  await goOnAir(jinan);
  await monitor.getByText('Programme', { exact: true }).waitFor();
});

describe('a second device of the hall', () => {
  it('starts without sound and may not send over the first', async () => {
    const second = await visit(browser, server.url);
    await acceptInvitation(second.page, server, forum, 'venue-host', 'jinan');
    await second.page.getByText('Another device of your hall sends its sound').waitFor();
    await second.page.getByRole('button', { name: 'Unmute' }).waitFor();
    await second.page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
    await second.page.getByRole('button', { name: 'Enter the green room' }).click();
    await second.page.getByText('Another device of your hall is already sending its picture.').waitFor();
    expect(await second.page.evaluate(workerPorts).catch(() => [])).toEqual([]);
    await second.leave();
    await seesAdvancing(audience.page, 1);
  });
});

describe('the same host on another device', () => {
  it('takes the hall over as it is, and the first device says so', async () => {
    const [first, second] = [await visit(browser, server.url), await visit(browser, server.url)];
    for (const { page } of [first, second]) page.on('dialog', (dialog) => void dialog.accept());
    const link = await acceptInvitation(first.page, server, forum, 'venue-host', 'tokyo');
    await first.page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
    await first.page.getByRole('button', { name: 'Enter the green room' }).click();
    await first.page.getByRole('button', { name: 'Go on air' }).click();
    await seesAdvancing(audience.page, 2);

    await openInvitation(second.page, link);
    await second.page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
    await second.page.getByRole('button', { name: 'Enter the green room' }).click();
    await second.page.getByRole('button', { name: 'Leave the air' }).waitFor();
    await seesAdvancing(audience.page, 2);

    await first.page.getByText('Another device of your hall is already sending its picture.').waitFor();
    await first.page.getByRole('button', { name: 'Enter the green room' }).waitFor();
    await first.page.reload();
    await first.page.getByText('Another device of your hall sends its sound').waitFor();
    await seesAdvancing(audience.page, 2);
    for (const { leave } of [first, second]) await leave();
  });
});

describe('what a host can do about a camera that does not come', () => {
  let host: Stored;

  beforeAll(async () => {
    const { page, leave } = await visit(browser, server.url);
    await acceptInvitation(page, server, forum, 'venue-host', 'osaka');
    host = await page.context().storageState();
    await leave();
  });

  it.each([
    ['NotAllowedError', 'allow camera and microphone, and load the page again'],
    ['NotReadableError', 'Another program is using it'],
    ['NotFoundError', 'No such device is connected'],
  ])('is said when the browser says %s', async (name, words) => {
    const { page, leave } = await visit(browser, server.url, { storageState: host });
    await page.addInitScript(
      `navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', '${name}'); }`,
    );
    await page.goto(`${sessionPath(forum, 'Opening')}/hall`);
    await page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
    await page.getByRole('alert').filter({ hasText: 'No camera' }).getByText(words).waitFor();
    await page.getByRole('alert').filter({ hasText: 'No microphone' }).getByText(words).waitFor();
    await page.getByRole('button', { name: 'Turn on camera and microphone' }).waitFor();
    await leave();
  });

  it('goes on air with sound alone when there is no camera', async () => {
    const { page, leave } = await visit(browser, server.url, { storageState: host });
    await page.addInitScript(`{
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        if (wanted.video) throw new DOMException('no', 'NotFoundError');
        return open(wanted);
      };
    }`);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${sessionPath(forum, 'Opening')}/hall`);
    await page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
    await page.getByRole('alert').filter({ hasText: 'No camera' }).waitFor();
    await page.getByRole('button', { name: 'Enter the green room' }).click();
    await page.getByRole('button', { name: 'Go on air' }).click();
    await page.getByRole('button', { name: 'Leave the air' }).waitFor();
    await audience.page.getByRole('button', { name: 'Show Osaka large' }).click();
    await audience.page.getByText('Sound only').first().waitFor();
    await leave();
  });
});
