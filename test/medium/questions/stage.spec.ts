import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove, moveOn } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let asker: LiveClient;
let host: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  await stage.change('live');
  moderator = await stage.joined(stage.crew('moderator'));
  asker = await stage.joined(stage.attendee());
  host = await stage.joined(stage.host(1));
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const onStage = async (client: LiveClient) => (await client.ask('show:read', {})).onStage;
const states = async () => (await moderator.ask('question:list', {})).questions.map(({ state }) => state);

describe('a question on stage', () => {
  it('is part of the show: told to halls and attendees, and known to who comes late', async () => {
    const { version } = await asker.ask('show:read', {});
    const question = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage'], {
      language: 'ko',
    });
    const expected = {
      questionId: question.id,
      text: question.text,
      language: 'ko',
      translations: [],
      author: question.author,
      venueId: null,
      place: null,
    };
    for (const client of [asker, host]) {
      const show = await client.heard('show:changed', (told) => told.onStage !== null);
      expect(show).toMatchObject({ version: version + 1, onStage: expected });
    }
    const late = await stage.attendee();
    const { show } = await late.ask('session:join', { sessionId: stage.sessionId });
    expect(show.onStage).toEqual(expected);
  });

  it('from the floor shows its hall and place', async () => {
    const asked = await host.ask('question:ask-from-floor', {
      clientQuestionId: stage.sessionId,
      text: '质量如何？',
      language: 'zh',
      place: 'row 3',
    });
    await moveOn(moderator, asked, ['approve', 'claim', 'put-on-stage']);
    await expect(onStage(asker)).resolves.toMatchObject({
      text: '质量如何？',
      venueId: stage.venueId(1),
      place: 'row 3',
      author: null,
    });
  });

  it.each([
    ['take-off-stage', 'claimed'],
    ['answer', 'answered'],
    ['dismiss', 'dismissed'],
  ] as const)('goes: %s', async (step, state) => {
    const question = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage']);
    const { version } = await asker.ask('show:read', {});
    await moveOn(moderator, question, [step]);
    await asker.heard('show:changed', (told) => told.version === version + 1 && told.onStage === null);
    await expect(states()).resolves.toEqual([state]);
  });

  it('is one: the one before goes back to whoever claimed it', async () => {
    const first = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage']);
    const colleague = await stage.joined(stage.crew('organiser'));
    const second = await askAndMove(asker, colleague, ['approve', 'claim', 'put-on-stage']);
    await expect(onStage(asker)).resolves.toMatchObject({ questionId: second.id });
    const { questions } = await moderator.ask('question:list', {});
    expect(questions).toMatchObject([
      { id: first.id, state: 'claimed', claimedBy: { displayName: 'Office of the moderator' } },
      { id: second.id, state: 'on-stage', claimedBy: { displayName: 'Office of the organiser' } },
    ]);
    expect(
      asker.told.filter(({ event, payload }) => event === 'show:changed' && payload.onStage === null),
    ).toEqual([]);
  });

  it('is one also when two are put there at the same moment', async () => {
    const colleague = await stage.joined(stage.crew('organiser'));
    const mine = await askAndMove(asker, moderator, ['approve', 'claim']);
    const theirs = await askAndMove(asker, colleague, ['approve', 'claim']);
    await Promise.all([
      moveOn(moderator, mine, ['put-on-stage']),
      moveOn(colleague, theirs, ['put-on-stage']),
    ]);
    expect((await states()).toSorted()).toEqual(['claimed', 'on-stage']);
  });

  it('is taken off by any moderator, so that nobody is stuck with it', async () => {
    const question = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage']);
    const colleague = await stage.joined(stage.crew('organiser'));
    expect(
      await colleague.refusal('question:move', {
        questionId: question.id,
        version: question.version,
        step: 'answer',
      }),
    ).toMatchObject({ code: 'conflict' });
    await moveOn(colleague, question, ['take-off-stage', 'release', 'claim', 'answer']);
    await expect(onStage(asker)).resolves.toBeNull();
  });

  it('changes on stage when it is edited or translated, and not when it is voted for', async () => {
    const question = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage']);
    const edited = await moderator.ask('question:edit', {
      questionId: question.id,
      version: question.version,
      text: 'Clearer',
    });
    await asker.heard('show:changed', (told) => told.onStage?.text === 'Clearer');
    await moderator.ask('question:translate', {
      questionId: question.id,
      version: edited.version,
      language: 'zh',
      text: '更清楚',
    });
    const { version } = await asker.heard('show:changed', (told) => told.onStage?.translations.length === 1);
    expect(await asker.refusal('question:vote', { questionId: question.id, on: true })).toMatchObject({
      code: 'conflict',
      details: { state: 'on-stage' },
    });
    await expect(asker.ask('show:read', {})).resolves.toMatchObject({ version });
  });

  it('leaves the show as it is while others are moderated', async () => {
    await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage']);
    const { version } = await asker.ask('show:read', {});
    await askAndMove(asker, moderator, ['approve', 'claim', 'answer']);
    await expect(asker.ask('show:read', {})).resolves.toMatchObject({ version });
  });
});
