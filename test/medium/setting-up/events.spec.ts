import type { LiveEventDto, LiveEventSummaryDto } from '@manyhalls/contracts';
import { ask, call } from '../../factories/http';
import { eventOf, makeEvent, sessionOf, type SampleEvent } from '../../factories/event';
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
const create = async (body: object) => {
  const answer = await call(server, 'POST', 'events', { ...as(), body });
  return [answer.status, answer.body.error?.code, Object.keys(answer.body.error?.details?.fields ?? {})];
};
const patch = (body: object) =>
  call<LiveEventDto>(server, 'PATCH', `events/${sample.event.id}`, { ...as(), body });
const refusedPatch = async (body: object) => {
  const answer = await call(server, 'PATCH', `events/${sample.event.id}`, { ...as(), body });
  return [answer.status, answer.body.error.code];
};
const read = () => ask<LiveEventDto>(server, 'GET', `public/events/${sample.event.slug}`);

describe('creating', () => {
  it.each([
    ['an address with a slash', { slug: 'a/b' }, ['slug']],
    ['an address in capitals', { slug: 'Seminar' }, ['slug']],
    ['a title in no language', { title: {} }, ['title']],
    ['a title in a language we do not have', { title: { en: 'x', fr: 'x' } }, ['title.fr']],
    ['no languages', { languages: [] }, ['languages']],
    ['a language twice', { languages: ['en', 'en'] }, ['languages']],
    ['a day that does not exist', { firstDay: '2026-02-30', lastDay: '2026-03-01' }, ['firstDay']],
    ['consent without a text', { consent: { version: '1' } }, ['consent.text']],
    ['a co-host without a name', { coHosts: [{ name: { en: ' ' } }] }, ['coHosts.0.name']],
    ['registration that is neither open nor closed', { registrationOpen: 'yes' }, ['registrationOpen']],
    ['null where nothing is meant', { coHosts: null }, ['coHosts']],
    ['a field of its own', { version: 7 }, ['version']],
  ])('refuses %s', async (_, more, fields) => {
    expect(await create({ ...eventOf(), ...more })).toEqual([400, 'bad-request', fields]);
  });

  it('refuses days the wrong way round', async () => {
    expect(await create(eventOf({ firstDay: '2026-07-02', lastDay: '2026-07-01' }))).toEqual([
      400,
      'bad-request',
      [],
    ]);
  });

  it('refuses an address that is taken, also when two take it at once', async () => {
    const body = eventOf();
    const answers = await Promise.all([create(body), create(body), create(body)]);
    expect(answers.map(([status]) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('editing', () => {
  it('changes what is given, keeps the rest, and counts', async () => {
    const { body } = await patch({ version: 1, title: { en: 'Renamed' }, description: { ja: '説明' } });
    expect(body).toEqual({
      ...sample.event,
      title: { en: 'Renamed' },
      description: { ja: '説明' },
      version: 2,
    });
    expect(await read()).toEqual(body);
    expect((await patch({ version: 2, description: null })).body.description).toBeNull();
  });

  it('of two at once one wins, and the other is told the present version', async () => {
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((en) =>
        call(server, 'PATCH', `events/${sample.event.id}`, { ...as(), body: { version: 1, title: { en } } }),
      ),
    );
    const losers = answers.filter(({ status }) => status !== 200);
    expect(losers.map(({ status, body }) => [status, body.error.code, body.error.details])).toEqual([
      [409, 'conflict', { version: 2 }],
      [409, 'conflict', { version: 2 }],
    ]);
    expect((await read()).version).toBe(2);
  });

  it('is refused without the version that one saw', async () => {
    expect(await refusedPatch({ title: { en: 'x' } })).toEqual([400, 'bad-request']);
  });

  it('is refused for the address and the id, which others have written down', async () => {
    expect(await refusedPatch({ version: 1, slug: 'other' })).toEqual([400, 'bad-request']);
    expect(await refusedPatch({ version: 1, id: crypto.randomUUID() })).toEqual([400, 'bad-request']);
  });

  it('is refused when sessions would be left outside the new days', async () => {
    const answer = await call(server, 'PATCH', `events/${sample.event.id}`, {
      ...as(),
      body: { version: 1, firstDay: '2030-01-01', lastDay: '2030-01-02' },
    });
    expect([answer.status, answer.body.error.details]).toEqual([409, { sessionIds: [sample.session.id] }]);
    expect(await read()).toEqual(sample.event);
  });

  it('of the days waits for a session that is being made, so that none is left outside', async () => {
    const path = `events/${sample.event.id}`;
    await ask(server, 'DELETE', `${path}/sessions/${sample.session.id}`, as());
    const [, created] = await Promise.all([
      patch({ version: 1, firstDay: '2030-01-01', lastDay: '2030-01-02' }),
      call(server, 'POST', `${path}/sessions`, { ...as(), body: sessionOf([]) }),
    ]);
    const { firstDay, sessions } = await read();
    expect(firstDay === '2030-01-01' ? sessions.length : created.status).toBe(
      firstDay === '2030-01-01' ? 0 : 201,
    );
  });

  it('of an event that does not exist finds nothing', async () => {
    for (const id of [crypto.randomUUID(), 'x', '%00'])
      expect((await call(server, 'PATCH', `events/${id}`, { ...as(), body: { version: 1 } })).status).toBe(
        404,
      );
  });
});

describe('the public list', () => {
  it('has what is to come, the next first, and not what is over', async () => {
    const post = (body: object) => ask<LiveEventDto>(server, 'POST', 'events', { ...as(), body });
    const over = await post(eventOf({ firstDay: '2020-07-30', lastDay: '2020-07-30' }));
    const later = await post(eventOf({ firstDay: '2040-01-01', lastDay: '2040-01-02' }));
    const sooner = await post(eventOf({ firstDay: '2039-01-01', lastDay: '2039-01-02' }));
    const ids = (await ask<LiveEventSummaryDto[]>(server, 'GET', 'public/events')).map(({ id }) => id);
    expect(ids).not.toContain(over.id);
    expect(ids.slice(-2)).toEqual([sooner.id, later.id]);
    expect(ids).toContain(sample.event.id);
  });

  it('leads to the whole agenda, without a ticket', async () => {
    expect(await read()).toEqual(sample.event);
    expect((await call(server, 'GET', 'public/events/nowhere')).status).toBe(404);
  });
});
