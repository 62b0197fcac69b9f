import type { Browser } from 'playwright-core';
import type { PickDto } from '@manyhalls/contracts';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import type { TestServer } from '../../factories/server';
import type { ShownPicture } from '../in-page/shown-pictures';
import { seriousFindings } from '../support/axe';
import { governor, pickOf, speech } from '../support/cue-content';
import { desktop, launchChromium, phone, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { makeForum, type Forum } from '../support/forum';
import { enterGreenRoom, goOnAir, openHalls, type HallKey, type Hosts } from '../support/halls';
import { threeNodes } from '../support/media-ports';
import { registerAttendee, watchfulVisit } from '../support/people';
import { picture } from '../support/pictures';
import { startProduct } from '../support/product';
import { callShow, type ShowCaller } from '../support/show-caller';
import { showsOnStage } from '../support/stage';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

let server: TestServer;
let browser: Browser;
let forum: Forum;
let hosts: Hosts;
let caller: ShowCaller;
let attendee: Visitor;
/** By what they show: `jinan`, `jinan slides`. */
let feeds: Record<string, string>;

const pick = (...of: [HallKey, PickDto['source']?]) => pickOf(forum, ...of);

/** Jinan, with slides, and Tokyo are on air in a live session, and an attendee watches. */
beforeAll(async () => {
  [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
  forum = await makeForum(server);
  hosts = await openHalls(browser, server, forum, ['jinan', 'tokyo']);
  for (const hall of ['jinan', 'tokyo'] as const) {
    await enterGreenRoom(hosts.of(hall));
    await goOnAir(hosts.of(hall));
  }
  const jinan = hosts.of('jinan');
  await jinan.getByRole('button', { name: 'Share slides or a screen' }).click();
  await jinan.getByRole('button', { name: 'Put slides on air' }).click();
  await jinan.getByRole('button', { name: 'Put slides on air' }).waitFor({ state: 'detached' });
  caller = await callShow(server, forum, 'Opening');
  await caller.become('live');
  const show = await caller.show();
  feeds = Object.fromEntries(
    show.feeds.map(({ id, venueId, source }) => {
      const hall = forum.event.venues.find((venue) => venue.id === venueId)?.key;
      return [source === 'slides' ? `${hall} slides` : String(hall), id];
    }),
  );
  attendee = await watchfulVisit(browser, server);
  await registerAttendee(attendee.page, forum, 'Attendee');
});
afterAll(async () => {
  expect(attendee?.troubles ?? []).toEqual([]);
  caller?.client.close();
  await browser?.close();
  await server?.stop();
});

const sees = (...names: string[]) =>
  showsOnStage(
    attendee.page,
    names.map((name) => feeds[name] ?? name),
  );

const area = ({ width, height }: ShownPicture) => width * height;

describe('the programme as its cue has it', () => {
  it('is all halls until a cue is taken: one large, each of them in the strip', async () => {
    await sees('jinan');
    await attendee.page.getByRole('button', { name: 'Show Tokyo large' }).waitFor();
  });

  it('is one picture alone', async () => {
    await caller.take({ ...speech, layout: 'single', picks: [pick('tokyo')] });
    await sees('tokyo');
    await attendee.page.getByText('Not shown now').first().waitFor();
    expect(await seriousFindings(attendee.page)).toEqual([]);
  });

  it('is the slides large and the speaker beside them, or under them on a phone', async () => {
    await caller.take({
      ...speech,
      layout: 'speaker-slides',
      picks: [pick('jinan'), pick('jinan', 'slides')],
    });
    const [slides, speaker] = (await sees('jinan slides', 'jinan')) as [ShownPicture, ShownPicture];
    expect(area(slides)).toBeGreaterThan(4 * area(speaker));
    expect(speaker.left).toBeGreaterThanOrEqual(slides.left + slides.width);
    await picture(attendee.page, 'attendee-speaker-slides');
    await attendee.page.setViewportSize(phone);
    await eventually(async () => {
      const [upper, lower] = (await sees('jinan slides', 'jinan')) as [ShownPicture, ShownPicture];
      expect(lower.top).toBeGreaterThanOrEqual(upper.top + upper.height);
    });
    await picture(attendee.page, 'attendee-speaker-slides-phone');
  });

  it('is two halls one above the other on a phone, and otherwise side by side', async () => {
    await caller.take({ ...speech, layout: 'two-halls', picks: [pick('tokyo'), pick('jinan')] });
    const [upper, lower] = (await sees('tokyo', 'jinan')) as [ShownPicture, ShownPicture];
    expect(lower.top).toBeGreaterThanOrEqual(upper.top + upper.height);
    expect(await seriousFindings(attendee.page)).toEqual([]);
    await picture(attendee.page, 'attendee-two-halls-phone');
    await attendee.page.setViewportSize(desktop);
    await eventually(async () => {
      const [tokyo, jinan] = (await sees('tokyo', 'jinan')) as [ShownPicture, ShownPicture];
      expect(jinan.left).toBeGreaterThanOrEqual(tokyo.left + tokyo.width);
      expect(area(jinan)).toBeCloseTo(area(tokyo));
    });
  });

  it('is every hall equally large', async () => {
    await caller.take({ ...speech, layout: 'gallery' });
    const shown = await sees('jinan', 'jinan slides', 'tokyo');
    expect(new Set(shown.map((one) => Math.round(area(one)))).size).toBe(1);
  });

  it('is no picture but words on a slate', async () => {
    await caller.take({ ...speech, layout: 'slate' });
    const slate = attendee.page.locator('[data-cue-slate]');
    await slate.getByText('Keynote speech').waitFor();
    await slate.getByText('Office of the Governor').waitFor();
    await sees();
    await picture(attendee.page, 'attendee-slate');
  });
});

it('stays as a viewer chose it from cue to cue, until they return to the programme', async () => {
  await caller.take({ ...speech, layout: 'two-halls', picks: [pick('tokyo'), pick('jinan')] });
  await attendee.page.getByRole('button', { name: 'Show Jinan large' }).last().click();
  await sees('jinan');
  await caller.take({ ...speech, layout: 'gallery' });
  await sees('jinan');
  // Whoever chose a hall that a cue does not show sees what it shows.
  await caller.take({ ...speech, layout: 'single', picks: [pick('tokyo')] });
  await sees('tokyo');
  await caller.take({ ...speech, layout: 'gallery' });
  await sees('jinan');
  await attendee.page.getByRole('button', { name: 'Back to the programme' }).click();
  await sees('jinan', 'jinan slides', 'tokyo');
});

describe('who speaks', () => {
  beforeAll(() => caller.take({ ...speech, layout: 'single', picks: [pick('tokyo')] }));

  it.each(languages)(
    'is named over the picture and below it in the viewer’s language (%s)',
    async (language) => {
      const { page } = attendee;
      await page.evaluate(`localStorage.setItem('manyhalls.language', '${language}')`);
      // In the middle of the cue: what is on programme is there at once.
      await page.reload();
      const third = page.locator('[data-lower-third]');
      await third.getByText(governor.name[language], { exact: true }).waitFor();
      await third.getByText(governor.title[language], { exact: true }).waitFor();
      expect(await third.getByText(governor.institution[language]).getAttribute('lang')).toBe(
        languageTags[language],
      );
      await page
        .getByText(speech.title?.[language] ?? '')
        .first()
        .waitFor();
      await sees('tokyo');
      await picture(page, `attendee-single-${language}`);
    },
  );

  it('is named over the picture for a while, and below it as long as the cue lasts', async () => {
    await attendee.page.locator('[data-lower-third]').waitFor({ state: 'detached' });
    await attendee.page.getByRole('region', { name: 'Now' }).getByText('Office of the Governor').waitFor();
  });
});
