import type { CueDto } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove } from '../../factories/questions';
import { go, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;
let attendee: LiveClient;
let opening: CueDto;
let speech: CueDto;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  caller = await stage.joined(stage.crew('show-caller'));
  attendee = await stage.joined(stage.attendee());
  [opening, speech] = (await writeRundown(
    caller,
    { title: { en: 'Opening' } },
    { title: { en: 'Speech' } },
  )) as [CueDto, CueDto];
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const rundown = () => caller.ask('rundown:read', {});

/** Everything the audience's sockets were told of the show, and are told when they ask. */
async function knownToAudience(): Promise<string> {
  return JSON.stringify([attendee.told, await attendee.ask('show:read', {})]);
}

describe('a rehearsal', () => {
  beforeEach(() => stage.change('rehearsing'));

  it('is run with crew and halls, and the audience is told nothing of it', async () => {
    const host = await stage.joined(stage.host(0));
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: opening.id, takes: [] });
    const take = await go(caller, opening);
    expect(take.rehearsal).toBe(true);
    await host.heard('show:changed', ({ cue }) => cue?.id === opening.id);
    await caller.ask('cue:hold', { takeId: take.id, held: true });
    await go(caller, speech);
    const late = await stage.joined(stage.attendee());
    for (const client of [attendee, late])
      await expect(client.ask('show:read', {})).resolves.toMatchObject({
        status: 'rehearsing',
        programme: { feedIds: [], layout: 'slate' },
        cue: null,
        take: null,
        playback: null,
        standbyFeedIds: [],
      });
    for (const secret of ['Opening', 'Speech', opening.id, speech.id, take.id])
      expect(await knownToAudience()).not.toContain(secret);
    // Joining and starting to rehearse is all they heard of.
    const statuses = attendee.told.flatMap((one) =>
      one.event === 'show:changed' ? [one.payload.status] : [],
    );
    expect(statuses).toEqual(['rehearsing']);
  });

  it('takes its question off the stage when it ends; the audience never saw it', async () => {
    const moderator = await stage.joined(stage.crew('moderator'));
    const { id, text, version } = await askAndMove(attendee, moderator, ['approve', 'claim', 'put-on-stage']);
    await caller.heard('show:changed', ({ onStage }) => onStage?.text === text);
    await stage.change('live');
    await moderator.heard('question:changed', ({ questions }) =>
      questions.some((one) => one.id === id && one.version === version + 1 && one.state === 'claimed'),
    );
    expect((await caller.ask('show:read', {})).onStage).toBeNull();
    const shown = attendee.told.filter(
      ({ event, payload }) => event === 'show:changed' && payload.onStage !== null,
    );
    expect(shown).toEqual([]);
  });

  it('is not in the live record: it begins from the top, with its own takes', async () => {
    await go(caller, opening);
    const rehearsed = await go(caller, speech);
    await caller.ask('cue:standby', { cueId: speech.id });
    await stage.change('live');
    await caller.heard(
      'rundown:changed',
      ({ takes, standbyCueId }) => takes.length === 0 && standbyCueId === opening.id,
    );
    await expect(rundown()).resolves.toMatchObject({ takes: [], standbyCueId: opening.id });
    await expect(attendee.ask('show:read', {})).resolves.toMatchObject({ cue: null, take: null });
    expect((await caller.refusal('cue:go', { cueId: speech.id, afterTakeId: rehearsed.id })).code).toBe(
      'conflict',
    );
    const live = await go(caller, opening);
    await expect(rundown()).resolves.toMatchObject({ takes: [{ id: live.id, rehearsal: false }] });
    const kept = await server.database.query(
      'SELECT rehearsal, ended_at IS NULL AS open FROM takes WHERE session_id = $1 ORDER BY run, number',
      [stage.sessionId],
    );
    expect(kept).toEqual([
      { rehearsal: true, open: false },
      { rehearsal: true, open: false },
      { rehearsal: false, open: true },
    ]);
  });

  it('that is broken off leaves nothing, and another one begins from the top', async () => {
    await go(caller, opening);
    const { version } = await caller.ask('show:read', {});
    const { sessionId } = stage;
    await caller.ask('session:change-status', { sessionId, status: 'scheduled', version });
    await expect(rundown()).resolves.toMatchObject({ takes: [], standbyCueId: null });
    await expect(caller.ask('show:read', {})).resolves.toMatchObject({ cue: null, take: null });
    await stage.change('rehearsing');
    await expect(rundown()).resolves.toMatchObject({ takes: [], standbyCueId: opening.id });
  });
});

describe('ending a session', () => {
  it('ends what is on programme, and a slip of ending is taken back without losing the run', async () => {
    await stage.change('live');
    const first = await go(caller, opening);
    await stage.change('ended');
    const [ended] = (await rundown()).takes;
    expect(ended).toMatchObject({ id: first.id });
    expect(ended?.endedAt).not.toBeNull();
    for (const client of [caller, attendee])
      await expect(client.ask('show:read', {})).resolves.toMatchObject({ cue: null, take: null });
    await stage.change('live');
    await expect(rundown()).resolves.toMatchObject({ takes: [ended], standbyCueId: speech.id });
    const second = await go(caller, speech);
    await expect(rundown()).resolves.toMatchObject({ takes: [{ id: first.id }, { id: second.id }] });
  });

  it('is possible without any rundown', async () => {
    const plain = await LiveStage.make(server);
    await plain.change('rehearsing');
    await plain.change('live');
    const person = await plain.joined(plain.crew('organiser'));
    await expect(person.ask('rundown:read', {})).resolves.toMatchObject({ cues: [], takes: [] });
    expect((await person.ask('show:read', {})).cue).toBeNull();
    await plain.change('ended');
    plain.closeAll();
  });
});
