import type { Browser } from 'playwright-core';
import type { TestServer } from '../../factories/server';
import { askAsHostilePage } from '../in-page/own-socket';
import { receivedPictures, workerPorts } from '../in-page/received-media';
import { launchChromium, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { enterGreenRoom, goOnAir, hallKeys, openHalls, tones, type Hosts } from '../support/halls';
import { threeNodes } from '../support/media-ports';
import { mediaWorkers } from '../support/media-workers';
import { acceptInvitation, registerAttendee, watchfulVisit } from '../support/people';
import { startProduct } from '../support/product';
import { hearsExactly, seesAdvancing } from '../support/received';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

// One story, told in the order in which an event day goes.

let server: TestServer;
let browser: Browser;
let forum: Forum;
let hosts: Hosts;
let attendees: [Visitor, Visitor];
const { jinan, tokyo, osaka } = tones;

beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  hosts = await openHalls(browser, server, forum);
  attendees = [await watchfulVisit(browser, server), await watchfulVisit(browser, server)];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const feedIdOf = async (venue: string): Promise<string> => {
  const venueId = forum.event.venues.find(({ key }) => key === venue)?.id;
  const [feed] = await server.database.query('SELECT id FROM feeds WHERE venue_id = $1', [venueId]);
  return String(feed?.id);
};

describe('before the session', () => {
  it('lets an attendee wait on a page that says when it begins', async () => {
    for (const [index, { page }] of attendees.entries()) {
      await registerAttendee(page, forum, `Attendee ${index + 1}`);
      await page.getByText('This page opens by itself when the session begins.').waitFor();
    }
  });

  it('takes every hall to the green room on the node of its own city', async () => {
    for (const hall of hallKeys) await enterGreenRoom(hosts.of(hall));
    await eventually(async () => {
      const ports = await Promise.all(hallKeys.map((hall) => hosts.of(hall).evaluate(workerPorts)));
      expect(ports.map((of) => of.length)).toEqual([1, 1, 1]);
      expect(new Set(ports.flat()).size).toBe(3);
    });
  });

  it('refuses an attendee the green room, whatever the page sends', async () => {
    const [{ page }] = attendees;
    const feedId = await feedIdOf('tokyo');
    const capabilities = {
      codecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }],
    };
    const answer = await page.evaluate(askAsHostilePage, [
      'feed:watch',
      { tracks: [{ feedId, kind: 'audio' }], rtpCapabilities: capabilities },
    ] as [string, object]);
    expect(answer).toMatchObject({
      ok: true,
      data: [{ feedId, ok: false, error: { code: 'not-on-programme' } }],
    });
  });

  it('lets the halls see and hear each other once they are on air, and keeps the audience out', async () => {
    for (const hall of hallKeys) await goOnAir(hosts.of(hall));
    for (const hall of hallKeys) await seesAdvancing(hosts.of(hall), 2);
    for (const { page } of attendees) expect(await page.evaluate(receivedPictures)).toEqual([]);
  });
});

describe('the session', () => {
  it('is started by the show caller', async () => {
    const { page, troubles, leave } = await watchfulVisit(browser, server);
    await acceptInvitation(page, server, forum, 'show-caller');
    await page.getByRole('button', { name: 'Start the session' }).click();
    await page.getByRole('button', { name: 'End the session' }).waitFor();
    expect(troubles).toEqual([]);
    await leave();
  });

  it('is seen and heard by attendees on different nodes', async () => {
    for (const { page } of attendees) await seesAdvancing(page, 3);
    for (const { page } of attendees) await hearsExactly(page, [jinan, tokyo, osaka]);
    const ports = await Promise.all(attendees.map(({ page }) => page.evaluate(workerPorts)));
    expect(new Set(ports.flat()).size).toBe(2);
  });

  it('sends no hall its own sound', async () => {
    await hearsExactly(hosts.of('jinan'), [tokyo, osaka]);
    await hearsExactly(hosts.of('tokyo'), [jinan, osaka]);
    await hearsExactly(hosts.of('osaka'), [jinan, tokyo]);
  });

  it('returns to the same place after a reload', async () => {
    const [{ page }] = attendees;
    await page.getByRole('button', { name: 'Show Osaka large' }).click();
    await page.reload();
    await seesAdvancing(page, 3);
    await hearsExactly(page, [jinan, tokyo, osaka]);
    expect(await page.getByRole('button', { name: 'Show Osaka large' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('comes back by itself when a media worker is killed', async () => {
    const [, { page }] = attendees;
    for (const pid of mediaWorkers()) {
      process.kill(pid, 'SIGKILL');
      await eventually(async () => expect(mediaWorkers()).toHaveLength(3));
      await seesAdvancing(page, 3);
      await hearsExactly(page, [jinan, tokyo, osaka]);
    }
    for (const hall of hallKeys) await seesAdvancing(hosts.of(hall), 2);
    await hearsExactly(hosts.of('jinan'), [tokyo, osaka]);
  }, 400_000);
});
