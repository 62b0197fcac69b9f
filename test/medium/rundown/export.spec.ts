import type { CueDto } from '@manyhalls/contracts';
import { LiveStage } from '../../factories/live-event';
import { cueOf, go, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const fetchFile = (file: string, { ticket }: { ticket: string }, eventId = stage.sample.event.id) =>
  fetch(`${server.url}/api/events/${eventId}/sessions/${stage.sessionId}/${file}`, {
    headers: { authorization: `Bearer ${ticket}` },
  });
const linesOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return (await response.text()).trimEnd().split('\r\n');
};

describe.each(['rundown.csv', 'rundown-changes.csv'])('%s', (file) => {
  it('is for the crew of this event only', async () => {
    const elsewhere = await LiveStage.make(server);
    expect((await fetchFile(file, await stage.register())).status).toBe(403);
    expect((await fetchFile(file, await elsewhere.invite('show-caller'))).status).toBe(404);
    const { id } = elsewhere.sample.event;
    expect((await fetchFile(file, await elsewhere.invite('show-caller'), id)).status).toBe(404);
    elsewhere.closeAll();
  });
});

describe('the rundown as CSV', () => {
  it('has a line for each cue, with what was taken live and not what was rehearsed', async () => {
    const caller = await stage.joined(stage.crew('show-caller'));
    const [opening] = await writeRundown(
      caller,
      { title: { zh: '开幕', en: 'Opening' }, notes: 'Mind, the "step"' },
      { title: { en: 'Signing' } },
    );
    await stage.change('rehearsing');
    await go(caller, opening!);
    const read = async () => linesOf(await fetchFile('rundown.csv', await stage.invite('interpreter')));
    const rehearsed = await read();
    expect(rehearsed).toHaveLength(3);
    expect(rehearsed[1]).toContain('开幕');
    expect(rehearsed[1]).toContain('"Mind, the ""step"""');
    expect(rehearsed.join()).not.toContain('Office of the show-caller');
    await stage.change('live');
    const take = await go(caller, opening!);
    const live = await read();
    expect(live[1]).toContain(take.startedAt);
    expect(live[1]).toContain('Office of the show-caller');
    expect(live[2]).not.toContain('Office of the show-caller');
  });
});

it('who changed what is told of cues that are gone, too', async () => {
  const caller = await stage.joined(stage.crew('show-caller'));
  const [opening] = (await writeRundown(
    caller,
    { title: { en: 'Opening' } },
    { title: { en: 'Signing' } },
  )) as [CueDto];
  const seen = { cueId: opening.id, version: opening.version };
  const notes = 'Mind the step';
  const edited = await caller.ask('rundown:edit', { ...seen, ...cueOf({ title: opening.title, notes }) });
  await caller.ask('rundown:remove', { cueId: opening.id, version: edited.version });
  const lines = await linesOf(await fetchFile('rundown-changes.csv', await stage.invite('organiser')));
  const told = lines.slice(1).map((line) => line.replace(/^[^,]+,/, ''));
  expect(told).toContain('Office of the show-caller,add,Opening,title en,,Opening');
  expect(told).toContain('Office of the show-caller,add,Signing,title en,,Signing');
  expect(told.at(-2)).toBe('Office of the show-caller,edit,Opening,notes,,Mind the step');
  expect(told.at(-1)).toMatch(/^Office of the show-caller,remove,Opening,removed,,20/);
});
