import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let one: LiveClient;
let other: LiveClient;
let asker: LiveClient;
let reader: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  one = await stage.joined(stage.crew('moderator'));
  other = await stage.joined(stage.crew('organiser'));
  asker = await stage.joined(stage.attendee());
  reader = await stage.joined(stage.attendee());
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const readList = async (client: LiveClient) => (await client.ask('question:list', {})).questions;

describe('the order of approved questions', () => {
  it('is told to everybody, and the rest follow without a place', async () => {
    const questions = [
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve']),
    ];
    const [a, b, c] = questions.map(({ id }) => id) as [string, string, string];
    const places = async () => (await readList(reader)).map(({ position }) => position);
    await one.ask('question:order', { questionIds: [c, a] });
    await reader.heard('question:changed', (told) => told.questions.length === 2);
    await expect(places()).resolves.toEqual([2, null, 1]);
    await other.ask('question:order', { questionIds: [b, c] });
    await expect(places()).resolves.toEqual([null, 1, 2]);
    expect(await one.refusal('question:order', { questionIds: [a, stage.sessionId] })).toMatchObject({
      code: 'not-found',
    });
    await expect(places()).resolves.toEqual([null, 1, 2]);
  });

  it('that is the same already is no change', async () => {
    const { id, version } = await askAndMove(asker, one, ['approve']);
    await one.ask('question:order', { questionIds: [id] });
    await one.ask('question:order', { questionIds: [id] });
    await expect(readList(one)).resolves.toMatchObject([{ version: version + 1, position: 1 }]);
  });
});

describe('a merge', () => {
  it('gives one question the distinct voters of all; the others go, and their authors see where', async () => {
    const [first, second, third] = [
      await askAndMove(asker, one, ['approve']),
      await askAndMove(reader, one, ['approve']),
      await askAndMove(asker, one, []),
    ];
    const third2 = await stage.joined(stage.attendee());
    for (const [client, question] of [
      [asker, first],
      [asker, second],
      [reader, second],
      [third2, second],
    ] as const)
      await client.ask('question:vote', { questionId: question.id, on: true });
    const into = await one.ask('question:merge', { intoId: first.id, questionIds: [second.id, third.id] });
    expect(into).toMatchObject({ id: first.id, votes: 3, mergedIntoId: null });
    const told = await reader.heard('question:changed', ({ removedIds }) => removedIds.length > 0);
    expect(told).toMatchObject({ questions: [{ id: first.id, votes: 3 }], removedIds: [second.id] });
    await expect(
      reader.heard('question:own-changed', ({ mergedIntoId }) => mergedIntoId !== null),
    ).resolves.toMatchObject({ id: second.id, mergedIntoId: first.id });
    const list = await reader.ask('question:list', {});
    expect(list.questions.map(({ id }) => id)).toEqual([first.id]);
    expect(list.votedIds).toContain(first.id);
    expect(await reader.refusal('question:vote', { questionId: second.id, on: true })).toMatchObject({
      code: 'not-found',
    });
    // Who had voted for a duplicate only takes that one vote back.
    await expect(reader.ask('question:vote', { questionId: first.id, on: false })).resolves.toMatchObject({
      votes: 2,
    });
  });

  it('takes along what was merged before', async () => {
    const [a, b, c] = [
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve']),
    ];
    await reader.ask('question:vote', { questionId: c.id, on: true });
    await one.ask('question:merge', { intoId: b.id, questionIds: [c.id] });
    await expect(one.ask('question:merge', { intoId: a.id, questionIds: [b.id] })).resolves.toMatchObject({
      votes: 1,
    });
    const { own } = await asker.ask('question:list', {});
    expect(own.map(({ mergedIntoId }) => mergedIntoId)).toEqual([null, a.id, a.id]);
  });

  it('of what is merged already, on stage, itself or unknown changes nothing', async () => {
    const [a, b, onStage] = [
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve']),
      await askAndMove(asker, one, ['approve', 'claim', 'put-on-stage']),
    ];
    await one.ask('question:merge', { intoId: a.id, questionIds: [b.id] });
    const before = await readList(one);
    for (const [intoId, questionIds, code] of [
      [a.id, [b.id], 'conflict'],
      [b.id, [a.id], 'conflict'],
      [a.id, [onStage.id], 'conflict'],
      [a.id, [a.id], 'bad-request'],
      [a.id, [stage.sessionId], 'not-found'],
    ] as const)
      expect(await one.refusal('question:merge', { intoId, questionIds })).toMatchObject({ code });
    const merged = before.find(({ id }) => id === b.id);
    expect(
      await one.refusal('question:move', { questionId: b.id, version: merged?.version, step: 'claim' }),
    ).toMatchObject({ code: 'conflict', details: { question: { mergedIntoId: a.id } } });
    await expect(readList(one)).resolves.toEqual(before);
  });
});

describe('a merge that was a slip', () => {
  const unmerge = async (questionId: string) => {
    const version = (await readList(one)).find(({ id }) => id === questionId)?.version ?? 0;
    return one.ask('question:move', { questionId, version, step: 'unmerge' });
  };
  /** Votes and where each question is merged, by number. */
  const standings = async () =>
    (await readList(one)).map((question) => [
      question.number,
      question.votes,
      'mergedIntoId' in question && question.mergedIntoId,
    ]);
  const vote = (client: LiveClient, { id: questionId }: { id: string }, on = true) =>
    client.ask('question:vote', { questionId, on });

  it('is undone: the question is back for everybody, and votes are back where they came from', async () => {
    const third = await stage.joined(stage.attendee());
    const [a, b, c] = [
      await askAndMove(asker, one, ['approve']),
      await askAndMove(reader, one, ['approve', 'claim']),
      await askAndMove(asker, one, ['approve']),
    ];
    for (const [client, question] of [
      [asker, a],
      [asker, b],
      [reader, b],
      [reader, c],
      [third, b],
    ] as const)
      await vote(client, question);
    await one.ask('question:merge', { intoId: a.id, questionIds: [b.id, c.id] });
    const late = await stage.joined(stage.attendee());
    await vote(late, a);
    expect(await standings()).toEqual([
      [1, 4, null],
      [2, 3, a.id],
      [3, 1, a.id],
    ]);
    await expect(unmerge(b.id)).resolves.toMatchObject({ state: 'claimed', mergedIntoId: null, votes: 3 });
    // The reader is still there through the third question, and whoever came later voted for the first.
    expect(await standings()).toEqual([
      [1, 3, null],
      [2, 3, null],
      [3, 1, a.id],
    ]);
    await late.heard('question:changed', ({ questions }) =>
      [a, b].every(({ id }) => questions.some((question) => question.id === id)),
    );
    await reader.heard('question:own-changed', ({ id, version, mergedIntoId }) =>
      Boolean(id === b.id && version > b.version + 1 && mergedIntoId === null),
    );
    await expect(vote(third, b, false)).resolves.toMatchObject({ votes: 2 });
    await unmerge(c.id);
    expect(await standings()).toEqual([
      [1, 2, null],
      [2, 2, null],
      [3, 1, null],
    ]);
    expect((await reader.ask('question:list', {})).votedIds.toSorted()).toEqual([b.id, c.id].toSorted());
  });

  it('gives a vote that was pressed again for what it became to what it became', async () => {
    const [a, b] = [await askAndMove(asker, one, ['approve']), await askAndMove(asker, one, ['approve'])];
    await vote(reader, b);
    await one.ask('question:merge', { intoId: a.id, questionIds: [b.id] });
    await expect(vote(reader, a, false)).resolves.toMatchObject({ votes: 0 });
    await expect(vote(reader, a)).resolves.toMatchObject({ votes: 1 });
    await unmerge(b.id);
    expect(await standings()).toEqual([
      [1, 1, null],
      [2, 1, null],
    ]);
  });

  it('takes along what had been merged into it before, and leaves the rest', async () => {
    const questions = [];
    for (let number = 1; number <= 4; number++) questions.push(await askAndMove(asker, one, ['approve']));
    const [a, b, c, d] = questions as [(typeof questions)[0], ...typeof questions] & typeof questions;
    await vote(reader, c as typeof a);
    await vote(asker, d as typeof a);
    const merge = (into: typeof a | undefined, from: typeof a | undefined) =>
      one.ask('question:merge', { intoId: into?.id ?? '', questionIds: [from?.id ?? ''] });
    await merge(b, c);
    await merge(a, b);
    await merge(a, d);
    expect(await standings()).toEqual([
      [1, 2, null],
      [2, 1, a.id],
      [3, 1, a.id],
      [4, 1, a.id],
    ]);
    await unmerge(b?.id ?? '');
    expect(await standings()).toEqual([
      [1, 1, null],
      [2, 1, null],
      [3, 1, b?.id],
      [4, 1, a.id],
    ]);
    await merge(a, b);
    // Out of the middle: neither the second nor the first has its vote any more.
    await unmerge(c?.id ?? '');
    expect(await standings()).toEqual([
      [1, 1, null],
      [2, 0, a.id],
      [3, 1, null],
      [4, 1, a.id],
    ]);
  });

  it('is undone by one of two moderators at once; what was not merged, or seen otherwise, is a conflict', async () => {
    const [a, b] = [await askAndMove(asker, one, ['approve']), await askAndMove(asker, one, ['approve'])];
    const step = 'unmerge' as const;
    expect(await one.refusal('question:move', { questionId: b.id, version: b.version, step })).toMatchObject({
      code: 'conflict',
      details: { question: { mergedIntoId: null } },
    });
    await one.ask('question:merge', { intoId: a.id, questionIds: [b.id] });
    const request = { questionId: b.id, version: b.version + 1, step };
    const answers = await Promise.all([one, other].map((client) => client.send('question:move', request)));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await standings()).toEqual([
      [1, 0, null],
      [2, 0, null],
    ]);
  });
});
