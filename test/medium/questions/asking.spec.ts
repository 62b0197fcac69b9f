import { randomUUID } from 'node:crypto';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await stage.joined(stage.crew('moderator'));
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

describe('a question', () => {
  it('is known to its author and the crew only', async () => {
    const person = await stage.register({
      displayName: 'Ministry A',
      institution: 'Ministry',
      country: 'KR',
    });
    const [asker, sameElsewhere, other] = [
      await stage.joined(stage.connect(person)),
      await stage.joined(stage.connect(person)),
      await stage.joined(stage.attendee()),
    ];
    const asked = await asker.ask('question:ask', questionOf({ text: 'How many?', language: 'ko' }));
    expect(asked).toMatchObject({
      number: 1,
      version: 1,
      state: 'submitted',
      text: 'How many?',
      language: 'ko',
      author: {
        participantId: person.participantId,
        displayName: 'Ministry A',
        institution: 'Ministry',
        country: 'KR',
        role: 'attendee',
      },
      votes: 0,
    });
    await sameElsewhere.heard('question:own-changed', ({ id }) => id === asked.id);
    const { questions } = await moderator.heard('question:changed');
    expect(questions).toMatchObject([{ id: asked.id, originalText: 'How many?', claimedBy: null }]);
    await expect(moderator.ask('question:list', {})).resolves.toEqual({ questions, own: [], votedIds: [] });
    await expect(asker.ask('question:list', {})).resolves.toEqual({
      questions: [],
      own: [asked],
      votedIds: [],
    });
    await expect(other.ask('question:list', {})).resolves.toEqual({ questions: [], own: [], votedIds: [] });
    expect(
      JSON.stringify([asker.told, other.told].flat().filter((one) => one.event === 'question:changed')),
    ).toBe('[]');
    expect(JSON.stringify(other.told)).not.toContain('How many?');
  });

  it('is stored once, however often it is sent', async () => {
    const person = await stage.register();
    const [one, two] = [await stage.joined(stage.connect(person)), await stage.joined(stage.connect(person))];
    const request = questionOf();
    const answers = await Promise.all(
      [one, two, one, two].map((client) => client.ask('question:ask', request)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const { questions } = await moderator.ask('question:list', {});
    expect(questions).toHaveLength(1);
    // Told again with each retry: the news of the first may have been lost with its answer.
    const told = moderator.told.filter(({ event }) => event === 'question:changed');
    for (const { payload } of told) expect(payload).toMatchObject({ questions: [{ id: questions[0]!.id }] });
  });

  it('of somebody else may have the same id of its sender', async () => {
    const request = questionOf();
    for (const asker of [await stage.joined(stage.attendee()), await stage.joined(stage.attendee())])
      await asker.ask('question:ask', request);
    expect((await moderator.ask('question:list', {})).questions).toHaveLength(2);
  });

  it('is numbered in the order of asking, whoever asks at the same moment', async () => {
    const askers = await Promise.all(Array.from({ length: 8 }, () => stage.joined(stage.attendee())));
    const asked = await Promise.all(askers.map((asker) => asker.ask('question:ask', questionOf())));
    expect(asked.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { questions } = await moderator.ask('question:list', {});
    expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is cleaned of what no screen shows, and refused when nothing is left', async () => {
    const asker = await stage.joined(stage.attendee());
    const asked = await asker.ask('question:ask', questionOf({ text: ' \u202eHow\u0000 か\u3099?\ud800 ' }));
    expect(asked.text).toBe('How が?\ufffd');
    expect(await asker.refusal('question:ask', questionOf({ text: '\u202e\u0007' }))).toMatchObject({
      code: 'bad-request',
    });
  });

  it('is text, whatever it looks like', async () => {
    const asker = await stage.joined(stage.attendee());
    const text = `<img src=x onerror=alert(1)>'; DROP TABLE questions; --`;
    await expect(asker.ask('question:ask', questionOf({ text }))).resolves.toMatchObject({ text });
    await expect(moderator.ask('question:list', {})).resolves.toMatchObject({ questions: [{ text }] });
  });

  it('is refused to who asks too many, for so long, and to nobody else', async () => {
    const person = await stage.register();
    const [one, two] = [await stage.joined(stage.connect(person)), await stage.joined(stage.connect(person))];
    for (let index = 0; index < 5; index++) await (index % 2 ? one : two).ask('question:ask', questionOf());
    const refusal = await one.refusal('question:ask', questionOf());
    expect(refusal.code).toBe('too-many-requests');
    const { retryAfterMs } = refusal.details as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(20_000);
    await (await stage.joined(stage.attendee())).ask('question:ask', questionOf());
  });

  it('is refused to who is muted, until the mute ends', async () => {
    const person = await stage.register();
    const [asker, { participantId }] = [await stage.joined(stage.connect(person)), person];
    const { mutedUntil } = await moderator.ask('moderation:mute', { participantId, minutes: 10 });
    expect(await asker.refusal('question:ask', questionOf())).toMatchObject({
      code: 'forbidden',
      details: { reason: 'muted', mutedUntil },
    });
    await moderator.ask('moderation:mute', { participantId, minutes: 0 });
    await asker.ask('question:ask', questionOf());
  });

  it('of one session is not known in another', async () => {
    const asker = await stage.joined(stage.attendee());
    const { id } = await asker.ask('question:ask', questionOf());
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.joined(elsewhere.crew('moderator'));
    await expect(stranger.ask('question:list', {})).resolves.toMatchObject({ questions: [] });
    expect(
      await stranger.refusal('question:move', { questionId: id, version: 1, step: 'approve' }),
    ).toMatchObject({ code: 'not-found' });
    elsewhere.closeAll();
  });
});

describe('a question from the floor', () => {
  const fromFloor = () => ({
    clientQuestionId: randomUUID(),
    text: '何年かかりますか',
    language: 'ja' as const,
  });

  it('names the hall and the place, and not the host who passed it on', async () => {
    const host = await stage.joined(stage.host(1));
    const asked = await host.ask('question:ask-from-floor', { ...fromFloor(), place: ' row 3 ' });
    expect(asked).toMatchObject({
      venueId: stage.venueId(1),
      place: 'row 3',
      author: null,
      anonymous: false,
    });
    const { questions } = await moderator.heard('question:changed');
    expect(questions).toMatchObject([{ id: asked.id, venueId: stage.venueId(1), author: null }]);
    await expect(host.ask('question:list', {})).resolves.toMatchObject({ own: [{ id: asked.id }] });
  });

  it('needs no place', async () => {
    const host = await stage.joined(stage.host(0));
    await expect(host.ask('question:ask-from-floor', fromFloor())).resolves.toMatchObject({ place: null });
  });

  it('is for hosts only', async () => {
    for (const client of [moderator, await stage.joined(stage.attendee())])
      expect(await client.refusal('question:ask-from-floor', fromFloor())).toMatchObject({
        code: 'forbidden',
      });
  });
});
