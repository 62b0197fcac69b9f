import type { ParticipantPageDto } from '@manyhalls/contracts';
import { ask, call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { invitationOf, invite, register } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer();
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

const page = (query = '') =>
  ask<ParticipantPageDto>(server, 'GET', `events/${sample.event.id}/participants${query}`, {
    ticket: sample.organiser.ticket,
  });

it.each(['?role=king', '?offset=-1', '?offset=x', '?limit=1000000', '?search[$ne]=x'])(
  'refuses %s',
  async (query) => {
    const answer = await call(server, 'GET', `events/${sample.event.id}/participants${query}`, {
      ticket: sample.organiser.ticket,
    });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'bad-request']);
  },
);

it('lists the people of this event alone, newest first, by role and by what they are called', async () => {
  const other = await makeEvent(server);
  await register(server, other.event.slug, { displayName: '山田 Stranger' });
  await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
  await register(server, sample.event.slug, { displayName: '山田 一', institution: 'Tokyo 100%' });
  await register(server, sample.event.slug, { displayName: 'Kim_Lee', institution: 'Seoul' });
  const names = async (query: string) => (await page(query)).people.map(({ displayName }) => displayName);
  expect(await names('')).toEqual(['Kim_Lee', '山田 一', 'Office of the speaker']);
  expect(await names('?role=attendee')).toEqual(['Kim_Lee', '山田 一']);
  expect(await names(`?search=${encodeURIComponent('山田')}`)).toEqual(['山田 一']);
  expect(await names('?search=tokyo')).toEqual(['山田 一']);
  expect(await names(`?search=${encodeURIComponent('%')}`)).toEqual(['山田 一']);
  expect(await names('?search=m_l')).toEqual(['Kim_Lee']);
  expect(await names('?search=i_l')).toEqual([]);
  expect(await names('?role=speaker&search=kim')).toEqual([]);
});

it('comes a hundred at a time', async () => {
  const crowded = await makeEvent(server);
  await server.database.query(
    `INSERT INTO participants (id, event_id, role, display_name, institution, country, language)
     SELECT gen_random_uuid(), $1, 'attendee', 'Attendee ' || n, '', 'KR', 'ko' FROM generate_series(1, 150) n`,
    [crowded.event.id],
  );
  const get = (offset: number) =>
    ask<ParticipantPageDto>(server, 'GET', `events/${crowded.event.id}/participants?offset=${offset}`, {
      ticket: crowded.organiser.ticket,
    });
  const [first, second] = [await get(0), await get(100)];
  expect([first.people.length, second.people.length, second.total]).toEqual([100, 50, 150]);
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(150);
});

it('says who was revoked', async () => {
  const person = await register(server, sample.event.slug, { displayName: 'Noisy' });
  await ask(server, 'POST', `events/${sample.event.id}/participants/${person.participantId}/revoke`, {
    ticket: sample.organiser.ticket,
  });
  expect((await page('?search=Noisy')).people).toEqual([
    expect.objectContaining({ id: person.participantId, revokedAt: expect.any(String) as string }),
  ]);
});
