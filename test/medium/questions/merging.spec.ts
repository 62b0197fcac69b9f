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
