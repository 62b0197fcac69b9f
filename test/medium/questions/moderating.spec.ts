import type { CrewQuestionDto } from '@manyhalls/contracts';
import { connectLive, type LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { askAndMove, moveOn, questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let one: LiveClient;
let other: LiveClient;
let asker: LiveClient;
let reader: LiveClient;

const oneName = 'Office of the moderator';

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

/** Everything about questions that the audience was told, as text. */
const reachedAudience = () =>
  JSON.stringify(
    reader.told.filter(({ event }) => event.startsWith('question:') || event === 'show:changed'),
  );

const readList = async (client: LiveClient) => (await client.ask('question:list', {})).questions;

describe('what the audience gets', () => {
  it('is nothing before it is approved, then only what everybody may know', async () => {
    const submitted = await askAndMove(asker, one, [], { text: 'Never approved' });
    const rejected = await askAndMove(asker, one, [], { text: 'Badly put' });
    await one.ask('question:move', {
      questionId: rejected.id,
      version: rejected.version,
      step: 'reject',
      words: 'Off topic',
    });
    const asked = await askAndMove(asker, one, [], { text: 'Original words' });
    const edited = await one.ask('question:edit', {
      questionId: asked.id,
      version: asked.version,
      text: 'Clear words',
      assignedTo: 'Office of the Governor',
    });
    const translated = await one.ask('question:translate', {
      questionId: asked.id,
      version: edited.version,
      language: 'ja',
      text: 'わかりやすい言葉',
    });
    expect(reachedAudience()).toBe('[]');
    const approved = await moveOn(one, translated, ['approve']);
    const { questions } = await reader.heard('question:changed');
    expect(questions).toEqual([
      {
        id: asked.id,
        number: 3,
        version: approved.version,
        state: 'approved',
        text: 'Clear words',
        language: 'en',
        translations: [{ language: 'ja', text: 'わかりやすい言葉' }],
        author: expect.objectContaining({ role: 'attendee' }) as unknown,
        anonymous: false,
        venueId: null,
        place: null,
        votes: 0,
        position: null,
        assignedTo: 'Office of the Governor',
        answer: null,
        askedAt: approved.askedAt,
      },
    ]);
    await moveOn(one, approved, ['claim', 'put-on-stage', 'answer']);
    await reader.heard('question:changed', (told) => told.questions[0]?.state === 'answered');
    await expect(readList(reader)).resolves.toMatchObject([{ id: asked.id, state: 'answered' }]);
    for (const secret of [
      'Never approved',
      'Badly put',
      'Off topic',
      'Original words',
      oneName,
      submitted.id,
    ])
      expect(reachedAudience()).not.toContain(secret);
  });

  it.each([
    ['reject', 'rejected'],
    ['reconsider', 'submitted'],
    ['dismiss', 'dismissed'],
  ] as const)('goes again when it is not public any more: %s', async (step, state) => {
    const question = await askAndMove(asker, one, ['approve']);
    await expect(moveOn(one, question, [step])).resolves.toMatchObject({ state });
    await reader.heard('question:changed', (told) => told.removedIds.includes(question.id));
    await expect(readList(reader)).resolves.toEqual([]);
  });

  it('is never told to the halls and the crew in the audience’s way', async () => {
    const host = await stage.joined(stage.host(0));
    const question = await askAndMove(asker, one, [], { text: 'Which port?' });
    await host.heard('question:changed', (told) => told.questions[0]?.id === question.id);
    await moveOn(one, question, ['approve', 'claim']);
    const claimed = await host.heard('question:changed', (told) => told.questions[0]?.state === 'claimed');
    expect(claimed.questions).toMatchObject([
      { claimedBy: { displayName: oneName }, originalText: 'Which port?' },
    ]);
  });
});

describe('an author', () => {
  it('is told what became of the question, and why it was rejected', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, []);
    await one.ask('question:move', { questionId, version, step: 'reject', words: 'Asked twice' });
    await expect(
      asker.heard('question:own-changed', ({ state }) => state === 'rejected'),
    ).resolves.toMatchObject({ id: questionId, rejectionReason: 'Asked twice' });
    await expect(asker.ask('question:list', {})).resolves.toMatchObject({
      own: [{ state: 'rejected', rejectionReason: 'Asked twice' }],
    });
    await moveOn(one, { id: questionId, version: version + 1 }, ['approve']);
    await expect(
      asker.heard('question:own-changed', ({ state }) => state === 'approved'),
    ).resolves.toMatchObject({ rejectionReason: null });
    expect(reader.told.some(({ event }) => event === 'question:own-changed')).toBe(false);
  });

  it('reads the written answer, as everybody does', async () => {
    const question = await askAndMove(asker, one, ['approve', 'claim']);
    await one.ask('question:move', {
      questionId: question.id,
      version: question.version,
      step: 'answer',
      words: 'In 2027',
    });
    for (const client of [asker, reader])
      await client.heard('question:changed', (told) => told.questions[0]?.answer === 'In 2027');
  });
});

describe('two moderators', () => {
  it('who claim at once: one has it, the other is told who', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, ['approve']);
    const answers = await Promise.all(
      [one, other].map((moderator) =>
        moderator.send('question:move', { questionId, version, step: 'claim' }),
      ),
    );
    const winner = answers.find(({ ok }) => ok) as { data: CrewQuestionDto } | undefined;
    const losers = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    const claimedBy = winner?.data.claimedBy;
    expect(claimedBy).toBeTruthy();
    expect(losers).toMatchObject([
      { code: 'conflict', details: { question: { id: questionId, state: 'claimed', claimedBy } } },
    ]);
    expect(losers[0]?.message).toContain(`claimed by ${claimedBy?.displayName}`);
  });

  it('who claim at once on two servers: one has it', async () => {
    const question = await askAndMove(asker, one, ['approve']);
    const colleague = await startServer({}, server.database);
    const there = await connectLive(colleague, (await stage.invite('moderator')).ticket);
    await there.ask('session:join', { sessionId: stage.sessionId });
    const request = { questionId: question.id, version: question.version, step: 'claim' };
    const answers = await Promise.all([one, there].map((client) => client.send('question:move', request)));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    there.close();
    await colleague.stop();
  });

  it('do not do each other’s work, unless one releases it first', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, ['approve', 'claim']);
    for (const step of ['put-on-stage', 'answer', 'dismiss'] as const)
      expect(await other.refusal('question:move', { questionId, version, step })).toMatchObject({
        code: 'conflict',
        details: { question: { state: 'claimed', claimedBy: { displayName: oneName } } },
      });
    const mine = await moveOn(other, { id: questionId, version }, ['release', 'claim']);
    expect(mine).toMatchObject({ state: 'claimed', claimedBy: { displayName: 'Office of the organiser' } });
    await expect(moveOn(other, mine, ['put-on-stage'])).resolves.toMatchObject({ state: 'on-stage' });
  });

  it('do not overwrite what the other wrote', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, ['approve']);
    await one.ask('question:edit', { questionId, version, text: 'First' });
    for (const [verb, request] of [
      ['question:edit', { text: 'Second' }],
      ['question:translate', { language: 'ja', text: '二番目' }],
      ['question:move', { step: 'reject' }],
    ] as const)
      expect(await other.refusal(verb, { questionId, version, ...request })).toMatchObject({
        code: 'conflict',
        details: { question: { version: version + 1, text: 'First' } },
      });
    await expect(readList(one)).resolves.toMatchObject([
      { text: 'First', translations: [], state: 'approved' },
    ]);
  });
});

describe('a step', () => {
  it.each([
    [[], 'claim'],
    [[], 'put-on-stage'],
    [['reject'], 'claim'],
    [['approve'], 'approve'],
    [['approve'], 'put-on-stage'],
    [['approve', 'claim'], 'reject'],
    [['approve', 'claim', 'answer'], 'put-on-stage'],
    [['approve', 'dismiss'], 'approve'],
  ] as const)('after %j is not %s', async (steps, step) => {
    const { id: questionId, version, state } = await askAndMove(asker, one, [...steps]);
    const present = (await readList(one))[0];
    const refusal = await one.refusal('question:move', { questionId, version, step });
    expect(refusal).toMatchObject({ code: 'conflict', details: { question: { state: present?.state } } });
    expect(refusal.message).toContain(state ?? 'submitted');
    await expect(readList(one)).resolves.toEqual([present]);
  });

  it('is undone by its way back', async () => {
    const question = await askAndMove(asker, one, [
      'reject',
      'reconsider',
      'approve',
      'reconsider',
      'approve',
    ]);
    const answered = await moveOn(one, question, [
      'claim',
      'release',
      'claim',
      'answer',
      'reopen',
      'dismiss',
      'reopen',
    ]);
    expect(answered).toMatchObject({ state: 'claimed', claimedBy: { displayName: oneName }, answer: null });
  });

  it('is for moderators and organisers only', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, []);
    for (const role of ['show-caller', 'speaker', 'interpreter'] as const) {
      const client = await stage.joined(stage.crew(role));
      expect(await client.refusal('question:move', { questionId, version, step: 'approve' })).toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

describe('an edit', () => {
  it('keeps the original; a translation is one a language', async () => {
    const asked = await askAndMove(asker, one, [], { text: 'Origianl' });
    let question = asked;
    for (const text of ['Original', 'The original'])
      question = await one.ask('question:edit', { questionId: asked.id, version: question.version, text });
    for (const [language, text] of [
      ['ja', '原文'],
      ['zh', '原文'],
      ['ja', '元の文'],
    ] as const)
      question = await other.ask('question:translate', {
        questionId: asked.id,
        version: question.version,
        language,
        text,
      });
    expect(question).toMatchObject({
      text: 'The original',
      originalText: 'Origianl',
      language: 'en',
      translations: [
        { language: 'ja', text: '元の文' },
        { language: 'zh', text: '原文' },
      ],
    });
  });

  it('gives the question to a speaker, and takes it away', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, []);
    const given = await one.ask('question:edit', { questionId, version, assignedTo: 'Office of the Mayor' });
    expect(given.assignedTo).toBe('Office of the Mayor');
    const taken = await one.ask('question:edit', { questionId, version: given.version, assignedTo: null });
    expect(taken.assignedTo).toBeNull();
  });

  it('of nothing changes nothing', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, []);
    await expect(one.ask('question:edit', { questionId, version })).resolves.toMatchObject({ version });
  });

  it('is cleaned, and refused when nothing is left', async () => {
    const { id: questionId, version } = await askAndMove(asker, one, []);
    const request = { questionId, version };
    expect(await one.refusal('question:edit', { ...request, text: '\u202e' })).toMatchObject({
      code: 'bad-request',
    });
    expect(
      await one.refusal('question:translate', { ...request, language: 'ja', text: '\u0000' }),
    ).toMatchObject({ code: 'bad-request' });
    await expect(one.ask('question:edit', { ...request, text: ' a\u202eb ' })).resolves.toMatchObject({
      text: 'ab',
    });
  });
});

it('asked and approved at the same moment, every question arrives', async () => {
  const asked = await Promise.all(Array.from({ length: 4 }, () => asker.ask('question:ask', questionOf())));
  await Promise.all(asked.map((question, index) => moveOn(index % 2 ? one : other, question, ['approve'])));
  for (const { id } of asked)
    await reader.heard('question:changed', ({ questions }) =>
      questions.some((question) => question.id === id),
    );
});
