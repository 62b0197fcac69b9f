import type { VenueDto } from '@manyhalls/contracts';
import { ask, call } from '../../factories/http';
import { makeEvent, venueOf, type SampleEvent } from '../../factories/event';
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
const path = (id = '') => `events/${sample.event.id}/venues/${id}`;
const create = (body: object) => call<VenueDto>(server, 'POST', path(), { ...as(), body });
const refusal = async (method: string, id: string, body = {}) => {
  const answer = await call(server, method, path(id), { ...as(), body });
  return [answer.status, answer.body?.error.code];
};

it.each([
  ['a key that would break an address', { key: '../x' }],
  ['a time zone that does not exist', { timeZone: 'Asia/Atlantis' }],
  ['a country that does not exist', { country: 'XX' }],
  ['a place before the first', { position: 0 }],
  ['a field of its own', { capacity: 300 }],
  ['another event', { eventId: crypto.randomUUID() }],
])('refuses %s', async (_, more) => {
  expect(await refusal('POST', '', { ...venueOf('seoul'), ...more })).toEqual([400, 'bad-request']);
});

it('refuses a key that this event has, also when two take it at once; another event may have it', async () => {
  expect(await refusal('POST', '', venueOf('tokyo'))).toEqual([409, 'conflict']);
  const both = await Promise.all([create(venueOf('seoul')), create(venueOf('seoul'))]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('comes last, and publishes to the node of its name, unless told otherwise', async () => {
  expect((await create(venueOf('seoul'))).body).toMatchObject({ position: 4, homeNode: 'seoul' });
  expect((await create(venueOf('busan', { position: 1, homeNode: 'osaka' }))).body).toMatchObject({
    position: 1,
    homeNode: 'osaka',
  });
});

it('changes what is given and keeps the rest', async () => {
  const [jinan] = sample.venues;
  const changed = await ask<VenueDto>(server, 'PATCH', path(jinan!.id), {
    ...as(),
    body: { name: { zh: '主会场' } },
  });
  expect(changed).toEqual({ ...jinan, name: { zh: '主会场' } });
  expect(await ask(server, 'PATCH', path(jinan!.id), as())).toEqual(changed);
  expect(await refusal('PATCH', jinan!.id, { key: 'other' })).toEqual([400, 'bad-request']);
  expect(await refusal('PATCH', crypto.randomUUID(), {})).toEqual([404, 'not-found']);
});

it('stays while a session takes place in it, and goes when none does', async () => {
  const [, , osaka] = sample.venues;
  expect(await refusal('DELETE', osaka!.id)).toEqual([409, 'conflict']);
  await ask(server, 'DELETE', `events/${sample.event.id}/sessions/${sample.session.id}`, as());
  expect(await refusal('DELETE', osaka!.id)).toEqual([204, undefined]);
  expect(await refusal('DELETE', osaka!.id)).toEqual([404, 'not-found']);
});

it('stays while somebody belongs to it', async () => {
  const { body: seoul } = await create(venueOf('seoul'));
  await invite(server, sample.organiser, sample.event.id, invitationOf('venue-host', { venueId: seoul.id }));
  const answer = await call(server, 'DELETE', path(seoul.id), as());
  expect([answer.status, answer.body.error.message]).toEqual([409, 'people belong to this hall']);
});
