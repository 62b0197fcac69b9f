import type { CueDto } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;
let attendee: LiveClient;
let [opening, speech]: CueDto[] = [];

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  caller = await stage.joined(stage.crew('show-caller'));
  attendee = await stage.joined(stage.attendee());
  [opening, speech] = await writeRundown(caller, { title: { en: 'Opening' } }, { title: { en: 'Speech' } });
  await stage.change('live');
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const rundown = () => caller.ask('rundown:read', {});

describe('GO', () => {
  it('puts a cue on programme for everybody, and the next one on standby', async () => {
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: opening!.id, takes: [] });
    const take = await caller.ask('cue:go', { cueId: opening!.id, afterTakeId: null });
    const told = await attendee.heard('show:changed', ({ cue }) => cue !== null);
    expect(told).toMatchObject({ cue: { id: opening!.id, title: { en: 'Opening' } }, take });
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: speech!.id, takes: [take] });
    const late = await stage.attendee();
    const joined = await late.ask('session:join', { sessionId: stage.sessionId });
    expect(joined.show).toMatchObject({ cue: { id: opening!.id }, take });
  });
});
