import { randomUUID } from 'node:crypto';
import { Fault, type CueDto, type GreetingLinkDto } from '@manyhalls/contracts';
import { ask } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { cueOf, go, newCue, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  caller = await stage.joined(stage.crew('show-caller'));
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const seen = ({ id: cueId, version }: CueDto) => ({ cueId, version });
const rundown = () => caller.ask('rundown:read', {});
const order = async () => (await rundown()).cues.map(({ id }) => id);
const three = async () => (await writeRundown(caller, {}, {}, {})) as [CueDto, CueDto, CueDto];

describe('a cue is refused', () => {
  it.each([
    ['a title without words', { title: {} }],
    ['a title of which nothing is left to read', { title: { ja: '\u202e' } }],
    ['a title too long', { title: { en: 'n'.repeat(201) } }],
    ['a speaker without a name', { speakers: [{ title: { en: 'Governor' } }] }],
    ['too many speakers', { speakers: Array.from({ length: 21 }, () => ({ name: { en: 'Office' } })) }],
    ['too many feeds', { picks: Array.from({ length: 9 }, () => ({ venueId: randomUUID() })) }],
    ['a source that nobody can pick', { picks: [{ venueId: randomUUID(), source: 'greeting' }] }],
    ['no length', { lengthSeconds: 0 }],
    ['a length of more than a day', { lengthSeconds: 86_401 }],
    ['a start without a zone', { startsAt: '2026-11-21T10:00:00' }],
    ['a start far off', { startsAt: '+275760-09-14T00:00:00Z' }],
    ['a type that there is not', { type: 'party' }],
    ['a layout that there is not', { layout: 'circle' }],
    ['notes too long', { notes: 'n'.repeat(4001) }],
    ['a hall that there is not', { picks: [{ venueId: randomUUID(), source: 'camera' }] }],
    ['a greeting that there is not', { type: 'greeting', layout: 'single', greetingId: randomUUID() }],
    ['a greeting beside halls', { type: 'greeting', layout: 'all-halls' }],
    ['a greeting nobody would see', { type: 'greeting', layout: 'slate' }],
  ])('with %s, and nothing is stored', async (_, wrong) => {
    expect((await caller.refusal('rundown:add', { ...newCue(), ...wrong })).code).toBe('bad-request');
    await expect(rundown()).resolves.toMatchObject({ version: 0, cues: [] });
  });

  it('with halls or greetings of another event, and halls that do not take part', async () => {
    const elsewhere = await LiveStage.make(server);
    const { ticket } = stage.sample.organiser;
    const invite = (of: LiveStage) =>
      ask<GreetingLinkDto>(server, 'POST', `events/${of.sample.event.id}/greetings`, {
        ticket,
        body: { speaker: { name: { en: 'Office of the Mayor' } }, language: 'en' },
      });
    const [ours, theirs] = [await invite(stage), await invite(elsewhere)];
    const greetingOf = ({ greeting }: GreetingLinkDto) => ({
      ...{ type: 'greeting' as const, layout: 'single' as const },
      greetingId: greeting.id,
    });
    const foreignHall = { picks: [{ venueId: elsewhere.venueId(0), source: 'camera' as const }] };
    for (const wrong of [greetingOf(theirs), foreignHall, { greetingId: ours.greeting.id }]) {
      expect((await caller.refusal('rundown:add', newCue(wrong))).code).toBe('bad-request');
      const [cue] = await writeRundown(caller, {});
      const edit = { ...seen(cue!), ...cueOf(wrong) };
      expect((await caller.refusal('rundown:edit', edit)).code).toBe('bad-request');
    }
    await expect(caller.ask('rundown:add', newCue(greetingOf(ours)))).resolves.toMatchObject(
      greetingOf(ours),
    );
    await ask(server, 'PATCH', `events/${stage.sample.event.id}/sessions/${stage.sessionId}`, {
      ticket,
      body: { venueIds: [stage.venueId(0)] },
    });
    const left = { picks: [{ venueId: stage.venueId(1), source: 'camera' as const }] };
    expect((await caller.refusal('rundown:add', newCue(left))).code).toBe('bad-request');
    elsewhere.closeAll();
  });

  it('of another session: neither seen, edited, moved, taken nor stood behind', async () => {
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.joined(elsewhere.crew('show-caller'));
    const [cue] = await three();
    await elsewhere.change('live');
    const cueId = cue.id;
    for (const [verb, request] of [
      ['rundown:add', newCue({ afterCueId: cueId })],
      ['rundown:edit', { ...seen(cue), ...cueOf() }],
      ['rundown:skip', { ...seen(cue), skipped: true }],
      ['rundown:move', { cueId, afterCueId: null, orderVersion: 0 }],
      ['rundown:remove', seen(cue)],
      ['rundown:restore', { cueId }],
      ['cue:standby', { cueId }],
      ['cue:go', { cueId, afterTakeId: null }],
    ] as const)
      expect([verb, (await stranger.refusal(verb, request)).code]).toEqual([verb, 'not-found']);
    expect((await stranger.refusal('rundown:add', newCue({ id: cueId }))).code).toBe('conflict');
    await expect(stranger.ask('rundown:read', {})).resolves.toMatchObject({ version: 0, cues: [] });
    elsewhere.closeAll();
  });

  it('by people who do not write the rundown, who may read it', async () => {
    const [cue] = await three();
    for (const client of [
      await stage.joined(stage.host(0)),
      await stage.joined(stage.crew('moderator')),
      await stage.joined(stage.crew('interpreter')),
    ]) {
      expect((await client.refusal('rundown:add', newCue())).code).toBe('forbidden');
      expect((await client.refusal('rundown:edit', { ...seen(cue), ...cueOf() })).code).toBe('forbidden');
      expect((await client.refusal('cue:go', { cueId: cue.id, afterTakeId: null })).code).toBe('forbidden');
      await expect(client.ask('rundown:read', {})).resolves.toEqual(await rundown());
    }
  });
});

describe('two editors', () => {
  it('of one cue: the later one is told who was first, and what the cue is now', async () => {
    const [cue] = await three();
    const colleague = await stage.joined(stage.crew('organiser'));
    const edited = await colleague.ask('rundown:edit', {
      ...seen(cue),
      ...cueOf({ notes: 'Mind the step' }),
    });
    expect(edited).toMatchObject({
      version: 2,
      notes: 'Mind the step',
      changedBy: 'Office of the organiser',
    });
    for (const [verb, request] of [
      ['rundown:edit', { ...seen(cue), ...cueOf({ notes: 'Lost?' }) }],
      ['rundown:skip', { ...seen(cue), skipped: true }],
      ['rundown:remove', seen(cue)],
    ] as const)
      await expect(caller.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { cue: edited, removed: false, changedBy: 'Office of the organiser' },
      });
    expect((await rundown()).cues[0]).toEqual(edited);
  });

  it('of one cue at the same moment: exactly one wins', async () => {
    const [cue] = await three();
    const colleague = await stage.joined(stage.crew('organiser'));
    const answers = await Promise.all([
      caller.send('rundown:edit', { ...seen(cue), ...cueOf({ notes: 'mine' }) }),
      colleague.send('rundown:edit', { ...seen(cue), ...cueOf({ notes: 'theirs' }) }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const won = answers.find(({ ok }) => ok) as { data: CueDto } | undefined;
    expect((await rundown()).cues[0]).toEqual(won?.data);
  });

  it('of different cues do not disturb each other', async () => {
    const [one, , other] = await three();
    const colleague = await stage.joined(stage.crew('organiser'));
    await Promise.all([
      caller.ask('rundown:edit', { ...seen(one), ...cueOf({ notes: 'mine' }) }),
      colleague.ask('rundown:edit', { ...seen(other), ...cueOf({ notes: 'theirs' }) }),
    ]);
    expect((await rundown()).cues.map(({ notes }) => notes)).toEqual(['mine', '', 'theirs']);
  });

  it('of the order: the later one is told who was first, and the order now', async () => {
    const [a, b, c] = await three();
    const { orderVersion } = await rundown();
    const colleague = await stage.joined(stage.crew('organiser'));
    await colleague.ask('rundown:move', { cueId: c.id, afterCueId: null, orderVersion });
    expect(await order()).toEqual([c.id, a.id, b.id]);
    const late = { cueId: a.id, afterCueId: b.id, orderVersion };
    await expect(caller.refusal('rundown:move', late)).resolves.toMatchObject({
      code: 'conflict',
      details: {
        order: [c.id, a.id, b.id],
        orderVersion: orderVersion + 1,
        changedBy: 'Office of the organiser',
      },
    });
    await caller.ask('rundown:move', { ...late, orderVersion: orderVersion + 1 });
    expect(await order()).toEqual([c.id, b.id, a.id]);
    const itself = { cueId: a.id, afterCueId: a.id, orderVersion: orderVersion + 2 };
    expect((await caller.refusal('rundown:move', itself)).code).toBe('bad-request');
  });
});

describe('a cue', () => {
  it('is written once, however often it is sent', async () => {
    const dto = newCue();
    const answers = await Promise.all([1, 2, 3].map(() => caller.ask('rundown:add', dto)));
    expect(new Set(answers.map((cue) => JSON.stringify(cue))).size).toBe(1);
    await expect(rundown()).resolves.toMatchObject({ version: 1, orderVersion: 1, cues: [{ id: dto.id }] });
  });

  it('keeps what was written, without what no screen shows', async () => {
    const written = cueOf({
      type: 'dialogue',
      title: { zh: ' 对话\u202e', ja: '対話' },
      speakers: [{ name: { ko: '시장실' }, title: { en: 'Mayor' }, institution: { ja: '大阪市' } }],
      startsAt: '2026-11-21T10:00:00+08:00',
      layout: 'two-halls',
      picks: [
        { venueId: stage.venueId(2), source: 'camera' },
        { venueId: stage.venueId(0), source: 'slides' },
      ],
      notes: 'First line\r\nsecond\u0000 line ',
    });
    const [cue] = await writeRundown(caller, written);
    expect((await rundown()).cues).toEqual([cue]);
    expect(cue).toMatchObject({
      ...written,
      title: { zh: '对话', ja: '対話' },
      startsAt: '2026-11-21T02:00:00.000Z',
      notes: 'First line\nsecond line',
      adLib: false,
      skipped: false,
      version: 1,
    });
  });

  it('is told to the crew as it changes, and a reader who heard everything knows the whole', async () => {
    const host = await stage.joined(stage.host(1));
    const [a, b, c] = await three();
    const { orderVersion } = await rundown();
    await caller.ask('rundown:move', { cueId: c.id, afterCueId: a.id, orderVersion });
    await caller.ask('rundown:skip', { ...seen(b), skipped: true });
    await caller.ask('rundown:remove', seen(a));
    const whole = await rundown();
    const cues = new Map<string, CueDto>();
    await host.heard('rundown:changed', ({ version }) => version === whole.version);
    const told = host.told.flatMap((one) => (one.event === 'rundown:changed' ? [one.payload] : []));
    expect(told.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const change of told) for (const cue of change.cues) cues.set(cue.id, cue);
    const last = told.at(-1)!;
    expect(last.order.map((id) => cues.get(id))).toEqual(whole.cues);
    expect(last).toMatchObject({ orderVersion: whole.orderVersion, standbyCueId: null, takes: [] });
  });

  it('that was removed is gone for everybody, and comes back where it stood', async () => {
    const [a, b, c] = await three();
    await caller.ask('rundown:remove', seen(b));
    expect(await order()).toEqual([a.id, c.id]);
    for (const [verb, request] of [
      ['rundown:edit', { ...seen({ ...b, version: 2 }), ...cueOf() }],
      ['rundown:remove', seen(b)],
    ] as const)
      await expect(caller.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { removed: true, changedBy: 'Office of the show-caller' },
      });
    for (const request of [newCue({ afterCueId: b.id }), newCue({ id: b.id })])
      await expect(caller.ask('rundown:add', request)).rejects.toBeInstanceOf(Fault);
    const restored = await caller.ask('rundown:restore', { cueId: b.id });
    expect(restored).toMatchObject({ id: b.id, version: 3 });
    await expect(caller.ask('rundown:restore', { cueId: b.id })).resolves.toEqual(restored);
    expect(await order()).toEqual([a.id, b.id, c.id]);
    expect((await caller.refusal('rundown:restore', { cueId: randomUUID() })).code).toBe('not-found');
  });

  it('on programme is neither skipped nor removed, but edited, and everybody sees it', async () => {
    const [cue] = await three();
    const attendee = await stage.joined(stage.attendee());
    await stage.change('live');
    await go(caller, cue);
    for (const [verb, request] of [
      ['rundown:skip', { ...seen(cue), skipped: true }],
      ['rundown:remove', seen(cue)],
    ] as const)
      await expect(caller.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { cue },
      });
    await caller.ask('rundown:edit', { ...seen(cue), ...cueOf({ title: { ko: '축하 말씀' } }) });
    const told = await attendee.heard('show:changed', (show) => show.cue?.title.ko === '축하 말씀');
    expect(told.cue).not.toHaveProperty('notes');
  });

  it('that is written during the session is an ad-lib', async () => {
    const [planned] = await writeRundown(caller, {});
    await stage.change('live');
    const [adLib] = await writeRundown(caller, {});
    expect([planned?.adLib, adLib?.adLib]).toEqual([false, true]);
  });
});

it('every change is written down: who, when, what, before and after', async () => {
  const colleague = await stage.invite('organiser');
  const editor = await stage.joined(stage.connect(colleague));
  const [, cue] = await three();
  const edited = await editor.ask('rundown:edit', { ...seen(cue), ...cueOf({ notes: 'Mind the step' }) });
  const { orderVersion } = await rundown();
  await caller.refusal('rundown:edit', { ...seen(cue), ...cueOf({ notes: 'Lost' }) });
  await editor.ask('rundown:move', { cueId: cue.id, afterCueId: null, orderVersion });
  const skipped = await editor.ask('rundown:skip', { ...seen(edited), skipped: true });
  await editor.ask('rundown:remove', seen(skipped));
  await editor.ask('rundown:restore', { cueId: cue.id });
  const rows = await server.database.query(
    'SELECT action, changed_by, participant_id, before, after, at FROM cue_changes WHERE cue_id = $1 ORDER BY id',
    [cue.id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['add', 'edit', 'move', 'skip', 'remove', 'restore']);
  expect(rows[0]).toMatchObject({ changed_by: 'Office of the show-caller', before: null });
  expect(rows[1]).toMatchObject({
    changed_by: 'Office of the organiser',
    participant_id: colleague.participantId,
    before: { notes: '' },
    after: { notes: 'Mind the step' },
  });
  expect(rows[2]).toMatchObject({ before: { position: 2 }, after: { position: 1 } });
  expect(rows[3]).toMatchObject({ before: { skipped: false }, after: { skipped: true } });
  expect(rows.map(({ at }) => at)).toEqual(
    rows.map(({ at }) => at).toSorted((a, b) => Number(a) - Number(b)),
  );
});
