import { LiveStage } from '../../factories/live-event';
import { go, writeRundown } from '../../factories/rundown';
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

const fetchCsv = ({ ticket }: { ticket: string }, eventId = stage.sample.event.id) =>
  fetch(`${server.url}/api/events/${eventId}/sessions/${stage.sessionId}/rundown.csv`, {
    headers: { authorization: `Bearer ${ticket}` },
  });

describe('the rundown as CSV', () => {
  it('is for the crew of this event only', async () => {
    const elsewhere = await LiveStage.make(server);
    expect((await fetchCsv(await stage.register())).status).toBe(403);
    expect((await fetchCsv(await elsewhere.invite('show-caller'))).status).toBe(404);
    const { id } = elsewhere.sample.event;
    expect((await fetchCsv(await elsewhere.invite('show-caller'), id)).status).toBe(404);
    elsewhere.closeAll();
  });

  it('has a line for each cue, with what was taken live and not what was rehearsed', async () => {
    const caller = await stage.joined(stage.crew('show-caller'));
    const [opening] = await writeRundown(
      caller,
      { title: { zh: '开幕', en: 'Opening' }, notes: 'Mind, the "step"' },
      { title: { en: 'Signing' } },
    );
    await stage.change('rehearsing');
    await go(caller, opening!);
    const read = async () => {
      const response = await fetchCsv(await stage.invite('interpreter'));
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      return (await response.text()).trimEnd().split('\r\n');
    };
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
