import type { LiveEventDto, SignInDto } from '@manyhalls/contracts';
import { ask, call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { registrationOf } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

const send = (body: unknown) =>
  call<SignInDto>(server, 'POST', `public/events/${sample.event.slug}/register`, { body });
const refused = async (body: unknown) => {
  const { status, body: answer } = await call(server, 'POST', `public/events/${sample.event.slug}/register`, {
    body,
  });
  return [status, answer.error.code, Object.keys(answer.error.details?.fields ?? {})];
};
const people = () =>
  server.database.query("SELECT * FROM participants WHERE event_id = $1 AND role = 'attendee'", [
    sample.event.id,
  ]);
const edit = (change: object) =>
  ask<LiveEventDto>(server, 'PATCH', `events/${sample.event.id}`, {
    ticket: sample.organiser.ticket,
    body: { version: sample.event.version, ...change },
  });

it.each([
  ['a name of spaces', { displayName: '  ' }, 'displayName'],
  ['a name too long', { displayName: 'x'.repeat(121) }, 'displayName'],
  ['a name that is no text', { displayName: { en: 'x' } }, 'displayName'],
  ['no institution', { institution: '' }, 'institution'],
  ['a country that does not exist', { country: 'ZZ' }, 'country'],
  ['a country in small letters', { country: 'jp' }, 'country'],
  ['a language we do not have', { language: 'fr' }, 'language'],
  ['a role of their own choice', { role: 'organiser' }, 'role'],
  ['an event of their own choice', { eventId: crypto.randomUUID() }, 'eventId'],
])('refuses %s', async (_, more, field) => {
  expect(await refused({ ...registrationOf(), ...more })).toEqual([400, 'bad-request', [field]]);
  expect(await people()).toEqual([]);
});

it.each([
  ['an array', [registrationOf()]],
  ['text', '"register me"'],
  ['broken JSON', '{"displayName":'],
  ['nothing', '{}'],
])('refuses %s in place of a form', async (_, body) => {
  expect((await refused(body)).slice(0, 2)).toEqual([400, 'bad-request']);
});

it('keeps a name without what no screen shows, or what turns the words after it around', async () => {
  const displayName = ' Cafe\u0301\u0000 \u202eoffice\u2066 ';
  expect((await send(registrationOf({ displayName }))).status).toBe(201);
  expect(await people()).toMatchObject([{ display_name: 'Café office' }]);
});

it('refuses a name of which nothing can be read', async () => {
  const answer = await refused(registrationOf({ displayName: '\u202e\u0000' }));
  expect(answer.slice(0, 2)).toEqual([400, 'bad-request']);
  expect(await people()).toEqual([]);
});

it('refuses consent to a text that is no longer the current one, and gives the new text', async () => {
  const consent = { version: '2020-2', text: { en: 'We keep your name for a month.' } };
  await edit({ consent });
  const { status, body } = await call(server, 'POST', `public/events/${sample.event.slug}/register`, {
    body: registrationOf(),
  });
  expect([status, body.error.code, body.error.details]).toEqual([409, 'conflict', { consent }]);
  expect(await people()).toEqual([]);
  expect((await send(registrationOf({ consentVersion: '2020-2' }))).status).toBe(201);
});

it('is refused while registration is closed', async () => {
  await edit({ registrationOpen: false });
  expect((await refused(registrationOf())).slice(0, 2)).toEqual([403, 'forbidden']);
});

it('is refused for an event that does not exist', async () => {
  const { status, body } = await call(server, 'POST', 'public/events/nowhere/register', {
    body: registrationOf(),
  });
  expect([status, body.error.code]).toEqual([404, 'not-found']);
});

it('signs an attendee in and writes down what they agreed to, and when', async () => {
  const before = Date.now();
  const { status, body } = await send(
    registrationOf({ displayName: '李 明', language: 'zh', country: 'CN' }),
  );
  expect(status).toBe(201);
  expect(body.me).toEqual({
    participantId: expect.any(String) as string,
    eventId: sample.event.id,
    eventSlug: sample.event.slug,
    role: 'attendee',
    venueId: null,
    displayName: '李 明',
    institution: 'University',
    language: 'zh',
  });
  const [person] = await people();
  expect(person).toMatchObject({ id: body.me.participantId, consent_version: '2020-1', country: 'CN' });
  expect(Number(person!.consented_at)).toBeGreaterThanOrEqual(before - 1);
});

it('takes a crowd at once', async () => {
  const crowd = await Promise.all(Array.from({ length: 100 }, () => send(registrationOf())));
  expect(crowd.map(({ status }) => status)).toEqual(crowd.map(() => 201));
  expect(await people()).toHaveLength(100);
});
