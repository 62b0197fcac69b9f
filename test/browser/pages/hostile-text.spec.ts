import type { Browser, Page } from 'playwright-core';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import type { InvitedRole, LiveEventDto } from '@manyhalls/contracts';
import { say } from '../../factories/chat';
import { ask } from '../../factories/http';
import { LiveStage } from '../../factories/live-event';
import { invitationOf } from '../../factories/people';
import { makePoll } from '../../factories/polls';
import { askAndMove, moveOn, questionOf } from '../../factories/questions';
import type { TestServer } from '../../factories/server';
import { installTraps } from '../in-page/traps';
import { chatLog, say as sayInPage } from '../support/chat';
import { launchChromium, visit, type Visitor } from '../support/chromium';
import { eventually } from '../support/eventually';
import { openInvitation, registerAttendee } from '../support/people';
import { startProduct } from '../support/product';

// No time a machine should need; only when something is broken is it waited for so long.
jest.setTimeout(120_000);

/** Each field gets its own, so that it is found where it is shown. Every known way out of text into a page. */
const hostile = (field: string) =>
  `${field} "'><img src=x onerror=__xss.push(1)><svg onload=__xss.push(2)>{{7*7}}`;
/** What a page would also be given by people who attend: what turns round other words, and what nobody sees. */
const dirty = (field: string) => `\u202E\u0000${hostile(field)}\u2066`;

let server: TestServer;
let browser: Browser;
let stage: LiveStage;
const views = {} as Record<'attendee' | 'moderator' | 'hall', Visitor>;
/** Dialogs that opened, and pictures that hostile text asked for. */
const happened: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduct(), launchChromium()]);
  stage = await LiveStage.make(server);
  await nameEverything();
  await stage.change('live');
  for (const name of ['attendee', 'moderator', 'hall'] as const) views[name] = await trapped();
  const { attendee, moderator, hall } = views;
  const { event, organiser } = stage.sample;
  await registerAttendee(attendee.page, { event, organiser }, dirty('own name'), dirty('own institution'));
  await enter(moderator.page, 'moderator');
  await enter(hall.page, 'venue-host', stage.venueId(1));
  await writeEverything();
  for (const { page } of [attendee, moderator]) await sayInPage(page, 'Greetings');
});
afterAll(async () => {
  stage?.closeAll();
  await browser?.close();
  await server?.stop();
});

async function trapped(): Promise<Visitor> {
  const visitor = await visit(browser, server.url);
  await visitor.page.addInitScript(installTraps);
  visitor.page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  visitor.page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/x')) happened.push(request.url());
  });
  return visitor;
}

async function enter(page: Page, role: InvitedRole, venueId?: string): Promise<void> {
  const invitation = invitationOf(role, {
    displayName: dirty(`${role} name`),
    institution: dirty(`${role} institution`),
    ...(venueId && { venueId }),
  });
  const { link } = await server.get(InvitationsService).invite(stage.sample.event.id, invitation);
  await openInvitation(page, link);
}

/** What organisers write. */
async function nameEverything(): Promise<void> {
  const { organiser, event, venues } = stage.sample;
  const patch = (path: string, body: object) =>
    ask<LiveEventDto>(server, 'PATCH', `events/${event.id}${path}`, { ticket: organiser.ticket, body });
  for (const { id } of venues)
    await patch(`/venues/${id}`, { city: { en: hostile('city') }, name: { en: hostile('hall name') } });
  await patch(`/sessions/${stage.sessionId}`, { title: { en: hostile('session title') } });
  const { version } = await ask<LiveEventDto>(server, 'GET', `events/${event.id}`, {
    ticket: organiser.ticket,
  });
  await patch('', {
    version,
    title: { en: hostile('event title') },
    description: { en: hostile('event description') },
    coHosts: [{ name: { en: hostile('co-host') } }],
  });
}

/** What everybody else writes, over the wire: no page stands between it and the server. */
async function writeEverything(): Promise<void> {
  const person = { displayName: dirty('name'), institution: dirty('institution') };
  const author = await stage.joined(stage.register(person).then((one) => stage.connect(one)));
  const moderator = await stage.joined(stage.crew('moderator'));
  const host = await stage.joined(stage.host(1));

  const message = await say(author, `${dirty('message')} javascript:__xss.push(3)`, { language: 'ja' });
  const translation = { messageId: message.id, language: 'en', text: dirty('translation') } as const;
  await moderator.ask('chat:translate', translation);
  await moderator.ask('chat:pin', { messageId: message.id, pinned: true });
  await say(author, 'https://example.com/"><img/src=x> data:text/html,x https://bank.example@evil.example/', {
    replyToId: message.id,
  });
  const { settings } = await moderator.ask('chat:read', { channel: 'audience' });
  const heldWords = ['<b onclick=__xss.push(4)>'];
  await moderator.ask('chat:change-settings', { version: settings.version, heldWords });

  const { id: questionId, version } = await askAndMove(author, moderator, ['approve'], {
    text: dirty('question'),
    language: 'ja',
  });
  const translated = await moderator.ask('question:translate', {
    questionId,
    version,
    language: 'en',
    text: dirty('question translation'),
  });
  const assigned = await moderator.ask('question:edit', {
    questionId,
    version: translated.version,
    assignedTo: dirty('assigned to'),
  });
  const claimed = await moveOn(moderator, assigned, ['claim', 'put-on-stage']);
  const words = dirty('written answer');
  await moderator.ask('question:move', { questionId, version: claimed.version, step: 'answer', words });
  const { anonymous: _, ...floor } = questionOf({ text: dirty('floor question') });
  const asked = await host.ask('question:ask-from-floor', { ...floor, place: dirty('place') });
  await moveOn(moderator, asked, ['approve', 'claim', 'put-on-stage']);

  const poll = await makePoll(moderator, ['open'], {
    question: { en: dirty('poll title') },
    options: [{ text: { en: dirty('poll option') } }, { text: { en: 'Another' } }],
  });
  await moderator.ask('poll:show-results', { pollId: poll.id, version: poll.version, shown: true });
  await author.ask('hand:raise', { words: dirty('note of a hand') });
}

/** Where one has to look, and what is shown there of what people wrote. */
const places: {
  who: keyof typeof views;
  where: string;
  open?: (page: Page) => Promise<void>;
  fields: string[];
}[] = [
  {
    who: 'attendee',
    where: 'session and chat',
    fields: [
      ...['session title', 'city', 'name', 'institution', 'message', 'translation'],
      ...['floor question', 'place'],
    ],
  },
  {
    who: 'attendee',
    where: 'questions',
    open: async (page) => {
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('button', { name: 'Ask a question' }).click();
      await page.getByRole('textbox', { name: 'Question' }).fill(dirty('own question'));
      await page.getByRole('button', { name: 'Send to the moderators' }).click();
      await page.getByText('Waiting for a moderator').waitFor();
      await reject('own question', dirty('reason'));
    },
    fields: [
      ...['question', 'question translation', 'assigned to', 'written answer', 'own question', 'reason'],
      ...['poll title', 'poll option'],
    ],
  },
  { who: 'moderator', where: 'desk', fields: ['name', 'institution', 'note of a hand', 'message'] },
  {
    who: 'moderator',
    where: 'the selected question',
    open: (page) =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: /floor question/ })
        .click(),
    fields: ['floor question', 'place'],
  },
  {
    who: 'moderator',
    where: 'polls',
    open: (page) => page.getByRole('button', { name: 'Polls' }).click(),
    fields: ['poll title', 'poll option'],
  },
  {
    who: 'moderator',
    where: 'moderation',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Moderation' }).click();
    },
    fields: ['question', 'floor question', 'poll title'],
  },
  {
    who: 'hall',
    where: 'session and poll',
    fields: ['session title', 'floor question', 'place', 'poll title', 'poll option'],
  },
  {
    who: 'hall',
    where: 'chat',
    open: (page) => page.getByRole('tab', { name: /^Audience/ }).click(),
    fields: [
      ...['name', 'institution', 'message', 'translation'],
      ...['own name', 'own institution', 'moderator name', 'moderator institution'],
    ],
  },
  {
    who: 'attendee',
    where: 'the event’s page',
    open: async (page) => {
      await page.goto(`/events/${stage.sample.event.slug}`);
    },
    fields: ['event title', 'event description', 'co-host', 'city', 'session title'],
  },
];

async function reject(question: string, words: string): Promise<void> {
  const moderator = await stage.joined(stage.crew('moderator'));
  const { questions } = await moderator.ask('question:list', {});
  const found = questions.find(({ text }) => text.startsWith(question));
  if (!found) throw new Error(`nobody asked ${question}`);
  const { id: questionId, version } = found;
  await moderator.ask('question:move', { questionId, version, step: 'reject', words });
}

it.each(places)('is shown to $who as it was written: $where', async ({ who, open, fields }) => {
  const { page } = views[who];
  await open?.(page);
  for (const field of fields) await page.getByText(hostile(field)).first().waitFor();
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(await page.locator('img[src=x], svg[onload], [onerror], [onclick]').count()).toBe(0);
  expect(await page.evaluate(() => window.__xss)).toEqual([]);
  expect(happened).toEqual([]);
});

it('is a link only where it leads to the web, and says so to nobody it leads to', async () => {
  const { page } = views.moderator;
  await page.getByRole('tab', { name: /^Audience/ }).click();
  const links = chatLog(page).getByRole('link');
  await links.first().waitFor();
  const all = await links.evaluateAll((found) =>
    found.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]),
  );
  expect(all).toEqual([['https://example.com/', 'noopener noreferrer nofollow']]);
});

it('is quoted and pinned as it was written', async () => {
  const { page } = views.hall;
  await chatLog(page).getByRole('blockquote').getByText(hostile('message')).waitFor();
  await page.getByRole('region', { name: 'Announcement' }).getByText(hostile('message')).waitFor();
});

it('has troubled nobody’s browser', () => {
  expect(Object.values(views).flatMap(({ troubles }) => troubles)).toEqual([]);
});

it('would run nothing even in a page that took it for markup: its policy forbids that, and we would have seen it', async () => {
  const { page, leave } = await trapped();
  await page.goto('/');
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), hostile('markup'));
  await eventually(async () => {
    const seen = await page.evaluate(() => window.__xss);
    expect(seen.length).toBeGreaterThanOrEqual(2);
    for (const violation of seen) expect(violation).toMatch(/^script-src-attr /);
  });
  expect(happened).not.toEqual([]);
  await leave();
});
