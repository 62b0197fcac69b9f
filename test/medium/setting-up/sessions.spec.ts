import { DataSource } from 'typeorm';
import type { SessionDto, SessionStatus } from '@manyhalls/contracts';
import { SessionsService } from '../../../apps/event-server/src/sessions/sessions.service';
import { ask, call } from '../../factories/http';
import { makeEvent, sessionOf, type SampleEvent } from '../../factories/event';
import { invitationOf, invite } from '../../factories/people';
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

const as = () => ({ ticket: sample.organiser.ticket });
const path = (id = '') => `events/${sample.event.id}/sessions/${id}`;
const halls = () => sample.venues.map(({ id }) => id);
const refusal = async (method: string, id: string, body = {}) => {
  const answer = await call(server, method, path(id), { ...as(), body });
  return [answer.status, answer.body?.error.code];
};
const patch = (body: object) => ask<SessionDto>(server, 'PATCH', path(sample.session.id), { ...as(), body });
const setStatus = (status: SessionStatus) =>
  server.get(SessionsService).setStatus(server.app.get(DataSource).manager, sample.session.id, status);

it.each([
  ['a moment without an offset', () => ({ startsAt: '2026-11-21T10:00:00' })],
  ['a day for a moment', () => ({ startsAt: '2026-11-21' })],
  ['an end before its start', () => ({ endsAt: '2000-01-01T00:00:00Z' })],
  ['days outside the event', () => ({ startsAt: '2030-01-01T10:00:00Z', endsAt: '2030-01-01T11:00:00Z' })],
  ['a hall that does not exist', () => ({ venueIds: [crypto.randomUUID()] })],
  ['a hall twice', () => ({ venueIds: [halls()[0], halls()[0]] })],
  ['a hall that is no id', () => ({ venueIds: ['tokyo'] })],
  ['a moderator who does not exist', () => ({ moderatorIds: [crypto.randomUUID()] })],
  ['a kind that does not exist', () => ({ kind: 'party' })],
  ['a status of its own choice', () => ({ status: 'live' })],
])('refuses %s, new and edited', async (_, more) => {
  expect(await refusal('POST', '', { ...sessionOf(halls()), ...more() })).toEqual([400, 'bad-request']);
  expect(await refusal('PATCH', sample.session.id, more())).toEqual([400, 'bad-request']);
  expect((await server.get(SessionsService).ofEvent(sample.event.id)).length).toBe(1);
});

it('refuses halls and moderators of another event', async () => {
  const other = await makeEvent(server);
  const stranger = await invite(server, other.organiser, other.event.id, invitationOf('moderator'));
  expect(await refusal('POST', '', sessionOf([other.venues[0]!.id]))).toEqual([400, 'bad-request']);
  expect(await refusal('POST', '', sessionOf([], { moderatorIds: [stranger.participantId] }))).toEqual([
    400,
    'bad-request',
  ]);
});

it('refuses a moderator who is something else, or was revoked', async () => {
  const speaker = await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
  const revoked = await invite(server, sample.organiser, sample.event.id, invitationOf('moderator'));
  await ask(server, 'POST', `events/${sample.event.id}/participants/${revoked.participantId}/revoke`, as());
  for (const { participantId } of [speaker, revoked])
    expect(await refusal('PATCH', sample.session.id, { moderatorIds: [participantId] })).toEqual([
      400,
      'bad-request',
    ]);
});

it('lists parallel sessions, which start together, by title', async () => {
  for (const en of ['Track 2', 'Track 1', 'Track 3'])
    await ask(server, 'POST', path(), { ...as(), body: sessionOf(halls(), { title: { en } }) });
  const sessions = await server.get(SessionsService).ofEvent(sample.event.id);
  expect(sessions.map(({ title }) => title.en)).toEqual([
    sample.session.title.en,
    'Track 1',
    'Track 2',
    'Track 3',
  ]);
});

it('keeps halls and moderators in the order given, and changes only what is given', async () => {
  const one = await invite(server, sample.organiser, sample.event.id, invitationOf('moderator'));
  const two = await invite(server, sample.organiser, sample.event.id, invitationOf('moderator'));
  const [jinan, tokyo, osaka] = halls();
  const moderatorIds = [two.participantId, one.participantId];
  const changed = await patch({ venueIds: [osaka, jinan, tokyo], moderatorIds });
  expect(changed).toEqual({ ...sample.session, venueIds: [osaka, jinan, tokyo], moderatorIds });
  expect(await patch({ venueIds: [tokyo, osaka] })).toEqual({ ...changed, venueIds: [tokyo, osaka] });
  expect(await patch({ venueIds: [], moderatorIds: [] })).toEqual(
    sample.session && { ...sample.session, venueIds: [] },
  );
  expect(await patch({ title: { ko: '개회' } })).toMatchObject({ title: { ko: '개회' }, venueIds: [] });
});

it('stays while people are in it', async () => {
  for (const status of ['rehearsing', 'live'] as const) {
    await setStatus(status);
    expect(await refusal('DELETE', sample.session.id)).toEqual([409, 'conflict']);
  }
  await setStatus('ended');
  expect(await refusal('DELETE', sample.session.id)).toEqual([204, undefined]);
  expect(await refusal('DELETE', sample.session.id)).toEqual([404, 'not-found']);
});

it('loses no hall while it is live, but may get one more', async () => {
  const [jinan, tokyo] = halls();
  await patch({ venueIds: [jinan] });
  await setStatus('live');
  expect(await refusal('PATCH', sample.session.id, { venueIds: [tokyo] })).toEqual([409, 'conflict']);
  expect((await patch({ venueIds: [tokyo, jinan] })).venueIds).toEqual([tokyo, jinan]);
});

it('ends up whole when many edit it at once', async () => {
  const orders = [halls(), halls().toReversed(), [halls()[1]!], []];
  const answers = await Promise.all([...orders, ...orders, ...orders].map((venueIds) => patch({ venueIds })));
  const { venueIds } = await server.get(SessionsService).find(sample.session.id);
  expect(orders).toContainEqual(venueIds);
  expect(answers).toHaveLength(12);
});

it('loses no hall when it goes live at the very moment', async () => {
  const { manager } = server.app.get(DataSource);
  const { query } = server.database;
  let settled = false;
  const { edit } = await manager.transaction(async (inner) => {
    await server.get(SessionsService).setStatus(inner, sample.session.id, 'live');
    // Not committed yet: the edit cannot know, so it has to wait.
    const running = refusal('PATCH', sample.session.id, { venueIds: [] }).finally(() => (settled = true));
    const waits =
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while (!settled && (await query(waits)).length === 0);
    return { edit: running };
  });
  expect(await edit).toEqual([409, 'conflict']);
});
