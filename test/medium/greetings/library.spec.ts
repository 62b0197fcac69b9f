import { randomBytes } from 'node:crypto';
import type { GreetingDto, GreetingLinkDto } from '@manyhalls/contracts';
import { LiveStage } from '../../factories/live-event';
import { ask, call, type Call } from '../../factories/http';
import {
  dataFolder,
  greetingOf,
  inviteOffice,
  makeReady as makeReadyIn,
  openLink,
  readAsCrew,
  readAsOffice,
  type Office,
} from '../../factories/greetings';
import { invitationOf, invite, secretIn, type InvitedPerson } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';
import type { SampleEvent } from '../../factories/event';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: TestServer;
let stage: LiveStage;
let sample: SampleEvent;
let caller: InvitedPerson;
let office: Office;

beforeAll(async () => {
  folder = await dataFolder();
  server = await startServer({ DATA_DIR: folder.path });
  stage = await LiveStage.make(server);
  sample = stage.sample;
  const dto = invitationOf('show-caller', { displayName: 'Kim' });
  caller = await invite(server, sample.organiser, sample.event.id, dto);
});
afterAll(async () => {
  stage.closeAll();
  await server.stop();
  await folder.remove();
});
beforeEach(async () => {
  office = await inviteOffice(server, sample);
});

const path = (more = '', { greeting } = office) =>
  `events/${sample.event.id}/greetings/${greeting.id}${more}`;
/** As the show caller. */
const does = (method: string, more: string, body: object = {}) =>
  call<GreetingDto & { error: { details?: Record<string, unknown> } }>(server, method, path(more), {
    ticket: caller.ticket,
    body,
  });
const present = () => readAsCrew(server, sample, office);
const version = async () => (await present()).version;

const makeReady = (of: Office = office, content?: Buffer) => makeReadyIn(server, of, content);

describe('a link', () => {
  it('is stored as a hash, and opens any number of times', async () => {
    const rows = await server.database.query('SELECT secret_hash FROM greetings');
    expect(JSON.stringify(rows)).not.toContain(office.secret);
    await openLink(server, office.secret);
    expect(
      await readAsOffice(server, { ...office, cookie: await openLink(server, office.secret) }),
    ).toMatchObject({
      state: 'invited',
      eventTitle: sample.event.title,
      timeZone: 'Asia/Shanghai',
    });
  });

  it('is replaced by another; the cookie of the old one is worth nothing any more', async () => {
    const { body } = await does('POST', '/replace-link');
    const { link } = body as unknown as GreetingLinkDto;
    await expect(openLink(server, office.secret)).rejects.toThrow('not-found');
    await expect(readAsOffice(server, office)).rejects.toThrow('not-found');
    await openLink(server, secretIn(link));
  });

  it('that was taken back says so', async () => {
    expect((await does('POST', '/revoke-link')).body).toMatchObject({ link: 'revoked', changedBy: 'Kim' });
    await expect(openLink(server, office.secret)).rejects.toThrow(/revoked.*taken back/);
    await expect(readAsOffice(server, office)).rejects.toThrow('revoked');
  });

  it('that has expired says so, until it is prolonged', async () => {
    await server.database.query(`UPDATE greetings SET expires_at = now() WHERE id = '${office.greeting.id}'`);
    await expect(openLink(server, office.secret)).rejects.toThrow(/expired/);
    expect((await present()).link).toBe('expired');
    const past = { version: await version(), expiresAt: '2020-07-30T00:00:00Z' };
    expect((await does('PATCH', '', past)).status).toBe(400);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect((await does('PATCH', '', { version: await version(), expiresAt: later })).body.link).toBe('open');
    await openLink(server, office.secret);
  });

  it('is for the organiser and the show caller to make, and for no other event', async () => {
    const moderator = await invite(server, sample.organiser, sample.event.id, invitationOf('moderator'));
    for (const [method, more] of [
      ['GET', ''],
      ['POST', ''],
    ] as const) {
      const { status } = await call(server, method, `events/${sample.event.id}/greetings${more}`, {
        ticket: moderator.ticket,
        body: greetingOf(),
      });
      expect(status).toBe(403);
    }
    const other = await LiveStage.make(server);
    const foreign = `events/${other.sample.event.id}/greetings/${office.greeting.id}/revoke-link`;
    const { status } = await call(server, 'POST', foreign, other.sample.organiser);
    expect(status).toBe(404);
  });
});

describe('the crew', () => {
  it('approves exactly the file that was watched', async () => {
    const sha256 = await makeReady();
    const seen = await version();
    const other = { version: seen, sha256: 'f'.repeat(64) };
    expect((await does('POST', '/approve', other)).status).toBe(409);
    expect((await does('POST', '/approve', { version: seen, sha256 })).body).toMatchObject({
      state: 'approved',
      approvedSha256: sha256,
    });
    expect((await does('POST', '/unapprove', { version: await version() })).body).toMatchObject({
      state: 'ready',
      approvedSha256: null,
    });
  });

  it('is told who changed it, and overwrites nothing', async () => {
    await makeReady();
    const seen = await version();
    await does('POST', '/send-back', { version: seen, note: 'The sound is too low.' });
    const late = await call(server, 'POST', path('/send-back'), {
      ticket: sample.organiser.ticket,
      body: { version: seen, note: 'Too dark.' },
    });
    expect(late.status).toBe(409);
    expect(late.body.error.details).toMatchObject({
      greeting: { state: 'rejected', changedBy: 'Kim', note: 'The sound is too low.' },
    });
    expect((await readAsOffice(server, office)).note).toBe('The sound is too low.');
    await does('POST', '/reconsider', { version: await version() });
    expect(await present()).toMatchObject({ state: 'ready', note: null });
  });

  it('cannot do what the state does not allow', async () => {
    for (const [step, body] of [
      ['approve', { sha256: 'f'.repeat(64) }],
      ['unapprove', {}],
      ['send-back', { note: 'x' }],
      ['reconsider', {}],
      ['trim', { from: 1, to: 2 }],
    ] as const)
      expect((await does('POST', `/${step}`, { ...body, version: await version() })).status).toBe(409);
    expect((await present()).state).toBe('invited');
  });

  it('trims within the recording only, and the approval ends with it', async () => {
    const sha256 = await makeReady();
    await does('POST', '/approve', { version: await version(), sha256 });
    for (const [from, to] of [
      [0, 91],
      [50, 50.5],
      [60, 30],
      [-1, 30],
    ])
      expect((await does('POST', '/trim', { version: await version(), from, to })).status).toBe(400);
    expect((await does('POST', '/trim', { version: await version(), from: 5, to: null })).body).toMatchObject(
      {
        state: 'processing',
        trim: { from: 5, to: 90 },
        approvedSha256: null,
      },
    );
  });

  it('keeps the order of precedence without gaps', async () => {
    const event = await LiveStage.make(server);
    const all: string[] = [];
    for (let index = 0; index < 4; index++) all.push((await inviteOffice(server, event.sample)).greeting.id);
    const base = `events/${event.sample.event.id}/greetings`;
    const list = () => ask<GreetingDto[]>(server, 'GET', base, event.sample.organiser);
    const order = async () => (await list()).map(({ id, position }) => [all.indexOf(id), position]);
    const update = (index: number, body: object) =>
      ask(server, 'PATCH', `${base}/${all[index]}`, { ...event.sample.organiser, body } as Call);
    await update(3, { version: 1, position: 1 });
    expect(await order()).toEqual([
      [3, 1],
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
    await ask(server, 'DELETE', `${base}/${all[0]}`, event.sample.organiser);
    expect(await order()).toEqual([
      [3, 1],
      [1, 2],
      [2, 3],
    ]);
    event.closeAll();
  });

  it('in a session is told of every change', async () => {
    const crew = await stage.joined(stage.crew('moderator'));
    expect((await crew.ask('greeting:list', {})).map(({ id }) => id)).toContain(office.greeting.id);
    await does('POST', '/revoke-link');
    await crew.heard('greeting:changed', ({ id, link }) => id === office.greeting.id && link === 'revoked');
    await ask(server, 'DELETE', path(), caller);
    await crew.heard('greeting:removed', ({ greetingId }) => greetingId === office.greeting.id);
  });
});

describe('subtitles', () => {
  const srt = '1\n00:00:06,000 --> 00:00:08,000\n<b>Good</b> morning\n';
  const read = (ticket: string) =>
    fetch(`${server.url}/api/${path('/subtitles/en')}`, { headers: { authorization: `Bearer ${ticket}` } });

  it('are kept as WebVTT, and move with what is cut off', async () => {
    await makeReady();
    const { body } = await does('PUT', '/subtitles/en', { version: await version(), text: srt });
    expect(body.subtitles).toEqual(['en']);
    const whole = await read(caller.ticket);
    expect(whole.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await whole.text()).toBe('WEBVTT\n\n00:00:06.000 --> 00:00:08.000\nGood morning\n');
    await does('POST', '/trim', { version: await version(), from: 5, to: null });
    expect(await (await read(caller.ticket)).text()).toContain('00:00:01.000 --> 00:00:03.000');
    await does('POST', '/subtitles/en/remove', { version: await version() });
    expect((await read(caller.ticket)).status).toBe(404);
  });

  it('that are broken are refused with the place', async () => {
    const text = '1\n00:00:06 --> 00:00:08\nHello';
    const { status, body } = await does('PUT', '/subtitles/en', { version: await version(), text });
    expect([status, body.error.details]).toMatchObject([400, { reason: 'bad-time', line: 2 }]);
    expect((await does('PUT', '/subtitles/xx', { version: await version(), text: srt })).status).toBe(404);
  });
});

describe('what was made of it', () => {
  const preview = (headers: Record<string, string>, id = office.greeting.id) =>
    fetch(`${server.url}/api/greetings/${id}/preview`, { headers });

  it('is watched by its office, and by parts', async () => {
    const content = randomBytes(5000);
    await makeReady(office, content);
    const { cookie } = office;
    const whole = await preview({ cookie });
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/webm']);
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    const part = await preview({ cookie, range: 'bytes=1000-1999' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1000-1999/5000']);
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(1000, 2000))).toBe(true);
    expect((await preview({ cookie, range: 'bytes=9000-' })).status).toBe(416);
    await does('POST', '/revoke-link');
    expect((await preview({ cookie })).status).toBe(401);
  });

  it('is watched by the crew with a pass for this greeting, as long as they are signed in', async () => {
    await makeReady();
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('show-caller'));
    const { headers } = await call(server, 'POST', path('/watch'), { ticket: person.ticket });
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await preview({ cookie })).status).toBe(200);
    const other = await inviteOffice(server, sample);
    await makeReady(other);
    expect((await preview({ cookie }, other.greeting.id)).status).toBe(401);
    expect((await preview({})).status).toBe(401);
    expect((await preview({ cookie: cookie.replace(/.$/, '') })).status).toBe(401);
    await ask(
      server,
      'POST',
      `events/${sample.event.id}/participants/${person.participantId}/revoke`,
      sample.organiser,
    );
    expect((await preview({ cookie })).status).toBe(401);
  });

  it('shows its poster to the crew, and to the audience once it is approved', async () => {
    const sha256 = await makeReady();
    const attendee = await stage.register();
    const poster = ({ ticket }: { ticket: string }) =>
      fetch(`${server.url}/api/${path('/poster')}`, { headers: { authorization: `Bearer ${ticket}` } });
    expect((await poster(attendee)).status).toBe(404);
    const seen = await poster(caller);
    expect([seen.headers.get('content-type'), await seen.text()]).toEqual(['image/jpeg', 'a picture']);
    await does('POST', '/approve', { version: await version(), sha256 });
    expect((await poster(attendee)).status).toBe(200);
    expect((await call(server, 'POST', path('/watch'), attendee)).status).toBe(403);
  });
});
