import type { ExportedQuestion } from '../../../apps/event-server/src/questions/question-export.service';
import { ask, call } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let ticket: string;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  const person = await stage.invite('moderator');
  ({ ticket } = person);
  moderator = await stage.joined(stage.connect(person));
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const pathOf = (kind: 'json' | 'csv', { sessionId, sample } = stage) =>
  `events/${sample.event.id}/sessions/${sessionId}/questions.${kind}`;

describe('the export of questions', () => {
  it('tells the life of each, step by step', async () => {
    const asker = await stage.joined(stage.connect(await stage.register({ displayName: 'Ministry A' })));
    const asked = await askAndMove(asker, moderator, [], { text: 'How manny?' });
    const edited = await moderator.ask('question:edit', {
      questionId: asked.id,
      version: 1,
      text: 'How many?',
      assignedTo: 'Office of the Mayor',
    });
    const { version } = await moderator.ask('question:translate', {
      questionId: edited.id,
      version: edited.version,
      language: 'ja',
      text: 'いくつですか',
    });
    const rejection = { questionId: edited.id, version, step: 'reject', words: 'Later' } as const;
    await moderator.ask('question:move', rejection);
    const { questions } = await ask<{ questions: ExportedQuestion[] }>(server, 'GET', pathOf('json'), {
      ticket,
    });
    const [exported] = questions;
    expect(exported).toMatchObject({
      number: 1,
      state: 'rejected',
      text: 'How many?',
      originalText: 'How manny?',
      rejectionReason: 'Later',
      author: { displayName: 'Ministry A' },
    });
    const by = 'Office of the moderator';
    expect(exported?.history.map(({ at: _, ...event }) => event)).toEqual([
      { by: 'Ministry A', action: 'ask', from: null, to: 'submitted', words: 'How manny?' },
      { by, action: 'edit', from: 'submitted', to: 'submitted', words: 'How many?' },
      { by, action: 'assign', from: 'submitted', to: 'submitted', words: 'Office of the Mayor' },
      { by, action: 'translate', from: 'submitted', to: 'submitted', words: 'ja: いくつですか' },
      { by, action: 'reject', from: 'submitted', to: 'rejected', words: 'Later' },
    ]);
    const times = exported?.history.map(({ at }) => at) ?? [];
    expect(times).toEqual(times.toSorted());
  });

  it('names nobody who asked namelessly', async () => {
    const person = await stage.register({ displayName: 'Somebody shy' });
    const asker = await stage.joined(stage.connect(person));
    await askAndMove(asker, moderator, ['approve'], { anonymous: true });
    for (const kind of ['json', 'csv'] as const) {
      const response = await fetch(`${server.url}/api/${pathOf(kind)}`, {
        headers: { authorization: `Bearer ${ticket}` },
      });
      const text = await response.text();
      expect(text).toContain('approve');
      expect(text).not.toContain('Somebody shy');
      expect(text).not.toContain(person.participantId);
    }
  });

  it('is a table for spreadsheets, in which no words become a formula', async () => {
    const asker = await stage.joined(stage.attendee());
    const first = await askAndMove(asker, moderator, [], { text: '=HYPERLINK("http://evil","x")' });
    const { id } = await askAndMove(asker, moderator, ['approve'], { text: 'Two\nlines, one "quote"' });
    await moderator.ask('question:merge', { intoId: id, questionIds: [first.id] });
    const response = await fetch(`${server.url}/api/${pathOf('csv')}`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('questions.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toMatch(/^\ufeffnumber,state,language,text,.*,history\r\n1,submitted,en,/);
    expect(text).toContain(`,"'=HYPERLINK(""http://evil"",""x"")",`);
    expect(text).not.toContain(',=HYPERLINK');
    expect(text).toContain('\r\n2,approved,en,"Two\nlines, one ""quote""",');
    expect(text).toContain('merge: into 2');
  });

  it('is for moderators and organisers of this event only', async () => {
    const status = async (path: string, of: string) =>
      (await call(server, 'GET', path, { ticket: of })).status;
    expect(await status(pathOf('json'), stage.sample.organiser.ticket)).toBe(200);
    for (const { ticket: of } of [
      await stage.register(),
      await stage.invite('speaker'),
      await stage.invite('show-caller'),
      await stage.invite('venue-host', stage.venueId(0)),
    ])
      expect(await status(pathOf('json'), of)).toBe(403);
    const elsewhere = await LiveStage.make(server);
    expect(await status(pathOf('json', elsewhere), ticket)).toBe(404);
    const mixed = `events/${stage.sample.event.id}/sessions/${elsewhere.sessionId}/questions.json`;
    expect(await status(mixed, ticket)).toBe(404);
    expect((await fetch(`${server.url}/api/${pathOf('csv')}`)).status).toBe(401);
  });
});
