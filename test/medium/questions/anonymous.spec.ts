import type { LiveEventDto } from '@manyhalls/contracts';
import { ask } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import type { Person } from '../../factories/people';
import { moveOn, questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let shy: Person;
let asker: LiveClient;
let moderator: LiveClient;
let moderatorTicket: string;
/** Everybody else who may be in a session: those who are told of questions, but moderate none. */
let others: LiveClient[];

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  shy = await stage.register({ displayName: 'Somebody shy', institution: 'A small institution' });
  asker = await stage.joined(stage.connect(shy));
  const invited = await stage.invite('moderator');
  moderatorTicket = invited.ticket;
  moderator = await stage.joined(stage.connect(invited));
  others = await Promise.all(
    [
      stage.attendee(),
      stage.host(0),
      stage.crew('speaker'),
      stage.crew('interpreter'),
      stage.crew('show-caller'),
    ].map((connecting) => stage.joined(connecting)),
  );
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const tellModerators = async (moderatorsSeeAnonymous: boolean) => {
  const { ticket } = stage.sample.organiser;
  const path = `events/${stage.sample.event.id}`;
  const { version } = await ask<LiveEventDto>(server, 'GET', path, { ticket });
  const body = { version, moderatorsSeeAnonymous };
  return ask<LiveEventDto>(server, 'PATCH', path, { ticket, body });
};
const namelessly = (moderatorsSeeAuthor?: boolean) =>
  questionOf({ anonymous: true, ...(moderatorsSeeAuthor !== undefined && { moderatorsSeeAuthor }) });
const exported = async (kind: 'json' | 'csv') => {
  const path = `events/${stage.sample.event.id}/sessions/${stage.sessionId}/questions.${kind}`;
  const headers = { authorization: `Bearer ${moderatorTicket}` };
  return (await fetch(`${server.url}/api/${path}`, { headers })).text();
};
/** All that ever reached these people, and the lists they read now. */
const reached = async (clients: LiveClient[]) =>
  JSON.stringify([
    clients.map(({ told }) => told),
    await Promise.all(clients.map((client) => client.ask('question:list', {}))),
  ]);
const names = () => ['Somebody shy', 'A small institution', shy.participantId];
/** Takes the question all the way, so that whoever is told of a step is told of it. */
const bringOnStage = async (id: string) => {
  const answered = await moveOn(moderator, { id, version: 1 }, [
    'approve',
    'claim',
    'put-on-stage',
    'answer',
  ]);
  for (const client of [...others, moderator])
    await client.heard('question:changed', ({ questions }) =>
      questions.some((question) => question.id === id && question.version === answered.version),
    );
};

describe('a question without a name', () => {
  it('has none for anybody, as long as the event does not say otherwise', async () => {
    const asked = await asker.ask('question:ask', namelessly());
    expect(asked).toMatchObject({ author: null, anonymous: true });
    await bringOnStage(asked.id);
    const all = await reached([...others, moderator]);
    expect(all).toContain(asked.id);
    for (const name of names()) expect(all).not.toContain(name);
    for (const kind of ['json', 'csv'] as const) {
      const file = await exported(kind);
      expect(file).toContain('put-on-stage');
      for (const name of names()) expect(file).not.toContain(name);
    }
  });

  it('has one for moderators, and for them only, when the event says so and the asker was told', async () => {
    await tellModerators(true);
    const asked = await asker.ask('question:ask', namelessly(true));
    expect(asked).toMatchObject({ author: null, anonymous: true });
    await bringOnStage(asked.id);
    const author = { displayName: 'Somebody shy', participantId: shy.participantId };
    await expect(moderator.heard('question:changed')).resolves.toMatchObject({
      questions: [{ id: asked.id, anonymous: true, author }],
    });
    await expect(moderator.ask('question:list', {})).resolves.toMatchObject({ questions: [{ author }] });
    for (const kind of ['json', 'csv'] as const) expect(await exported(kind)).toContain('Somebody shy');
    const all = await reached(others);
    expect(all).toContain(asked.id);
    for (const name of names()) expect(all).not.toContain(name);
    const shows = moderator.told.filter(({ event }) => event === 'show:changed');
    expect(JSON.stringify(shows)).toContain(asked.id);
    expect(JSON.stringify(shows)).not.toContain('Somebody shy');
  });

  it('is told to each moderator once', async () => {
    await asker.ask('question:ask', namelessly());
    await moderator.heard('question:changed');
    await moderator.ask('question:list', {});
    expect(moderator.told.filter(({ event }) => event === 'question:changed')).toHaveLength(1);
  });

  it('keeps what was promised when it was asked, though the event says otherwise later', async () => {
    const { id } = await asker.ask('question:ask', namelessly());
    await tellModerators(true);
    await bringOnStage(id);
    const all = (await reached([...others, moderator])) + (await exported('json')) + (await exported('csv'));
    expect(all).toContain(id);
    for (const name of names()) expect(all).not.toContain(name);
  });

  it('is not taken on an old promise: the asker is told who sees the name, and decides again', async () => {
    await tellModerators(true);
    const request = namelessly(false);
    expect(await asker.refusal('question:ask', request)).toMatchObject({
      code: 'conflict',
      details: { moderatorsSeeAuthor: true },
    });
    await expect(moderator.ask('question:list', {})).resolves.toMatchObject({ questions: [] });
    await asker.ask('question:ask', { ...request, moderatorsSeeAuthor: true });
    await expect(moderator.ask('question:list', {})).resolves.toMatchObject({ questions: [{ number: 1 }] });
  });

  it('stays nameless when the event has become stricter than what the asker was told', async () => {
    await tellModerators(true);
    await tellModerators(false);
    await asker.ask('question:ask', namelessly(true));
    await moderator.heard('question:changed');
    const all = await reached([moderator]);
    for (const name of names()) expect(all).not.toContain(name);
  });
});

it('an event says so to everybody, and does not unless an organiser decides it', async () => {
  expect(stage.sample.event.moderatorsSeeAnonymous).toBe(false);
  await expect(tellModerators(true)).resolves.toMatchObject({ moderatorsSeeAnonymous: true });
  const { slug } = stage.sample.event;
  await expect(ask(server, 'GET', `public/events/${slug}`)).resolves.toMatchObject({
    moderatorsSeeAnonymous: true,
  });
});
