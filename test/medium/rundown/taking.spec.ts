import { randomBytes, randomUUID } from 'node:crypto';
import type { Ack, CueDto, TakeDto } from '@manyhalls/contracts';
import { connectLive, type LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { cueOf, go, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

const environment = { SIGNING_SECRET: randomBytes(32).toString('hex') };
let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;
let attendee: LiveClient;
let opening: CueDto;
let speech: CueDto;
let signing: CueDto;

beforeAll(async () => {
  server = await startServer(environment);
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  caller = await stage.joined(stage.crew('show-caller'));
  attendee = await stage.joined(stage.attendee());
  const titles = ['Opening', 'Speech', 'Signing'].map((en) => ({ title: { en }, notes: 'Bring water' }));
  [opening, speech, signing] = (await writeRundown(caller, ...titles)) as [CueDto, CueDto, CueDto];
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const rundown = () => caller.ask('rundown:read', {});
const taken = async () => (await rundown()).takes.map(({ cueId }) => cueId);
const press = (client: LiveClient, cue: CueDto, after: TakeDto | null) =>
  client.send('cue:go', { cueId: cue.id, afterTakeId: after?.id ?? null });

/** Of several that pressed at once. */
function outcome(answers: Ack<unknown>[]) {
  const won = answers.flatMap((answer) => (answer.ok ? [answer.data as TakeDto] : []));
  const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  return { won, lost };
}

describe('nothing is taken', () => {
  it.each(['scheduled', 'ended'] as const)('while the session is %s', async (status) => {
    if (status === 'ended') for (const step of ['live', 'ended'] as const) await stage.change(step);
    const { standbyCueId } = await rundown();
    for (const [verb, request] of [
      ['cue:go', { cueId: opening.id, afterTakeId: null }],
      ['cue:standby', { cueId: speech.id }],
    ] as const)
      await expect(caller.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { sessionStatus: status },
      });
    await expect(rundown()).resolves.toMatchObject({ takes: [], standbyCueId });
  });

  it('of a cue that is skipped, removed, or not there', async () => {
    await stage.change('live');
    const skipped = await caller.ask('rundown:skip', { cueId: speech.id, version: 1, skipped: true });
    await caller.ask('rundown:remove', { cueId: signing.id, version: 1 });
    for (const [cueId, expected] of [
      [speech.id, { code: 'conflict', details: { cue: skipped, changedBy: 'Office of the show-caller' } }],
      [signing.id, { code: 'not-found' }],
      [randomUUID(), { code: 'not-found' }],
    ] as const) {
      await expect(caller.refusal('cue:go', { cueId, afterTakeId: null })).resolves.toMatchObject(expected);
      await expect(caller.refusal('cue:standby', { cueId })).resolves.toMatchObject(expected);
    }
    await expect(taken()).resolves.toEqual([]);
  });

  it('by two presses of one person more than once', async () => {
    await stage.change('live');
    const first = await go(caller, opening);
    const { won, lost } = outcome(await Promise.all([1, 2, 3].map(() => press(caller, speech, first))));
    expect(won).toHaveLength(1);
    expect(lost).toEqual([
      expect.objectContaining({ code: 'conflict', details: { take: won[0], takenBy: won[0]?.takenBy } }),
      expect.objectContaining({ code: 'conflict' }),
    ]);
    await expect(taken()).resolves.toEqual([opening.id, speech.id]);
  });

  it('by two show callers at once: one wins, and the other is told who was first', async () => {
    await stage.change('live');
    const colleague = await stage.joined(stage.crew('organiser'));
    let present: TakeDto | null = null;
    for (const round of [1, 2, 3, 4, 5]) {
      const answers = await Promise.all([press(caller, speech, present), press(colleague, signing, present)]);
      const { won, lost } = outcome(answers);
      expect([round, won.length]).toEqual([round, 1]);
      const [take] = won;
      expect(lost).toEqual([
        expect.objectContaining({ code: 'conflict', details: { take, takenBy: take?.takenBy } }),
      ]);
      expect(lost[0]?.message).toContain(take?.takenBy);
      present = take!;
    }
    const { takes } = await rundown();
    expect(takes).toHaveLength(5);
    expect(takes.filter(({ endedAt }) => endedAt === null)).toEqual([present]);
  });

  it('by two at once on two servers more than once', async () => {
    await stage.change('live');
    const other = await startServer(environment, server.database);
    const { sessionId } = stage;
    const colleague = await connectLive(other, (await stage.invite('show-caller')).ticket);
    await colleague.ask('session:join', { sessionId });
    const { won, lost } = outcome(
      await Promise.all([press(caller, opening, null), press(colleague, opening, null)]),
    );
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]).toMatchObject({ code: 'conflict', details: { take: won[0] } });
    await expect(colleague.ask('rundown:read', {})).resolves.toEqual(await rundown());
    expect(await taken()).toEqual([opening.id]);
    colleague.close();
    await other.stop();
  });
});

describe('GO', () => {
  beforeEach(() => stage.change('live'));

  it('puts a cue on programme for everybody, and the next one on standby', async () => {
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: opening.id, takes: [] });
    const take = await caller.ask('cue:go', { cueId: opening.id, afterTakeId: null });
    expect(take).toMatchObject({ endedAt: null, lengthSeconds: 300, rehearsal: false, heldSeconds: 0 });
    const host = await stage.joined(stage.host(0));
    const { show } = await (await stage.attendee()).ask('session:join', { sessionId: stage.sessionId });
    for (const shown of [
      await attendee.heard('show:changed', ({ cue }) => cue !== null),
      await host.ask('show:read', {}),
      show,
    ])
      expect(shown).toMatchObject({
        cue: { id: opening.id, type: 'speech', title: { en: 'Opening' }, speakers: opening.speakers },
        take: { id: take.id, startedAt: take.startedAt },
      });
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: speech.id, takes: [take] });
  });

  it('ends what was on programme at that very moment, and goes back and jumps', async () => {
    for (const cue of [opening, signing, speech, speech]) await go(caller, cue);
    const { takes, standbyCueId } = await rundown();
    expect(takes.map(({ cueId }) => cueId)).toEqual([opening.id, signing.id, speech.id, speech.id]);
    expect(takes.map(({ endedAt }) => endedAt)).toEqual([
      ...takes.slice(1).map(({ startedAt }) => startedAt),
      null,
    ]);
    expect(standbyCueId).toBe(signing.id);
    await go(caller, signing);
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: null });
  });

  it('passes over what is skipped, and standby goes on when its cue leaves the order', async () => {
    await caller.ask('rundown:skip', { cueId: speech.id, version: 1, skipped: true });
    await go(caller, opening);
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: signing.id });
    await caller.ask('rundown:skip', { cueId: speech.id, version: 2, skipped: false });
    await caller.ask('cue:standby', { cueId: speech.id });
    await caller.ask('rundown:remove', { cueId: speech.id, version: 3 });
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: signing.id });
    await caller.ask('cue:standby', { cueId: null });
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: null });
    // What is written to come next, while nothing is on standby, is.
    const [adLib] = await writeRundown(caller, {});
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: null });
    await caller.ask('rundown:remove', { cueId: signing.id, version: 1 });
    await caller.ask('rundown:remove', { cueId: adLib!.id, version: 1 });
    const [next] = await writeRundown(caller, {});
    await expect(rundown()).resolves.toMatchObject({ standbyCueId: next!.id });
  });

  it('keeps the planned length of that moment, whatever the plan says later', async () => {
    await go(caller, opening);
    const change = cueOf({ lengthSeconds: 60 });
    await caller.ask('rundown:edit', { cueId: opening.id, version: 1, ...change });
    await expect(rundown()).resolves.toMatchObject({
      cues: [{ lengthSeconds: 60 }, {}, {}],
      takes: [{ lengthSeconds: 300 }],
    });
  });

  it('tells the audience nothing of notes, of what is to come, or of who took it', async () => {
    await go(caller, opening);
    await caller.ask('cue:standby', { cueId: signing.id });
    await attendee.heard('show:changed', ({ cue }) => cue?.id === opening.id);
    const told = JSON.stringify([attendee.told, await attendee.ask('show:read', {})]);
    const { takenBy } = (await rundown()).takes[0]!;
    for (const secret of ['Bring water', 'Speech', 'Signing', speech.id, signing.id, takenBy])
      expect(told).not.toContain(secret);
    expect(attendee.told.filter(({ event }) => event === 'rundown:changed')).toEqual([]);
  });
});

describe('a hold', () => {
  it('lets the time stand still, counts once however often it is pressed, and ends with its take', async () => {
    await stage.change('live');
    const { id: takeId } = await go(caller, opening);
    const held = await caller.ask('cue:hold', { takeId, held: true });
    expect(held.heldSince).not.toBeNull();
    await expect(caller.ask('cue:hold', { takeId, held: true })).resolves.toEqual(held);
    await attendee.heard('show:changed', ({ take }) => take?.heldSince === held.heldSince);
    const released = await caller.ask('cue:hold', { takeId, held: false });
    expect(released.heldSince).toBeNull();
    const heldAgain = await caller.ask('cue:hold', { takeId, held: true });
    const second = await go(caller, speech);
    const [first] = (await rundown()).takes;
    const lastMs = Date.parse(second.startedAt) - Date.parse(heldAgain.heldSince!);
    expect(first).toMatchObject({ heldSince: null, endedAt: second.startedAt });
    expect(first?.heldSeconds).toBeCloseTo(released.heldSeconds + lastMs / 1000, 6);
    for (const id of [takeId, randomUUID()])
      await expect(caller.refusal('cue:hold', { takeId: id, held: true })).resolves.toMatchObject({
        code: 'conflict',
        details: { take: second },
      });
  });
});
