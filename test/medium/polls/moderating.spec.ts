import { randomUUID } from 'node:crypto';
import type { PollDto } from '@manyhalls/contracts';
import { call } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { makePoll, movePoll, newPoll, pollOf } from '../../factories/polls';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let attendee: LiveClient;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await stage.joined(stage.crew('moderator'));
  attendee = await stage.joined(stage.attendee());
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

const seen = ({ id: pollId, version }: PollDto) => ({ pollId, version });
const present = async (client: LiveClient) => (await client.ask('poll:list', {})).polls;

describe('a poll is refused', () => {
  it.each([
    ['one option only', { options: [{ text: { en: 'Yes' } }] }],
    ['eleven options', { options: Array.from({ length: 11 }, (_, n) => ({ text: { en: `${n}` } })) }],
    ['a question without words', { question: {} }],
    ['a question too long', { question: { ko: '가'.repeat(1001) } }],
    ['an option without words', { options: [{ text: { en: 'Yes' } }, { text: { zh: ' ' } }] }],
    ['an option too long', { options: [{ text: { en: 'Yes' } }, { text: { en: 'n'.repeat(201) } }] }],
    ['an option that is none', { options: [{ text: { en: 'Yes' } }, null] }],
    [
      'an option of which nothing is left to read',
      { options: [{ text: { en: 'Yes' } }, { text: { en: '\u202e' } }] },
    ],
  ])('with %s, and nothing is stored', async (_, wrong) => {
    const error = await moderator.refusal('poll:make', { ...newPoll(), ...wrong });
    expect(error.code).toBe('bad-request');
    await expect(present(moderator)).resolves.toEqual([]);
  });

  it('from people who are no moderators', async () => {
    for (const client of [
      attendee,
      await stage.joined(stage.host(0)),
      await stage.joined(stage.crew('speaker')),
    ])
      expect((await client.refusal('poll:make', newPoll())).code).toBe('forbidden');
  });
});

describe('a change', () => {
  it('of a poll that somebody else has changed is a conflict which tells the present one', async () => {
    const colleague = await stage.joined(stage.crew('show-caller'));
    const draft = await makePoll(moderator, []);
    const edited = await colleague.ask('poll:edit', { ...seen(draft), ...pollOf({ multiple: true }) });
    for (const [verb, request] of [
      ['poll:edit', { ...seen(draft), ...pollOf() }],
      ['poll:move', { ...seen(draft), step: 'open' }],
      ['poll:show-results', { ...seen(draft), shown: true }],
      ['poll:delete', seen(draft)],
    ] as const)
      await expect(moderator.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { poll: { id: draft.id, version: edited.version, multiple: true } },
      });
    await expect(present(moderator)).resolves.toEqual([edited]);
  });

  it('that the state does not allow is a conflict, and what people answer is not edited or deleted', async () => {
    const open = await makePoll(moderator, ['open']);
    for (const [verb, request] of [
      ['poll:move', { ...seen(open), step: 'open' }],
      ['poll:move', { ...seen(open), step: 'reopen' }],
      ['poll:edit', { ...seen(open), ...pollOf() }],
      ['poll:delete', seen(open)],
    ] as const)
      await expect(moderator.refusal(verb, request)).resolves.toMatchObject({
        code: 'conflict',
        details: { poll: open },
      });
  });

  it('of a poll of another session is not found', async () => {
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.joined(elsewhere.crew('moderator'));
    const draft = await makePoll(moderator, []);
    for (const pollId of [draft.id, randomUUID()])
      expect((await stranger.refusal('poll:move', { pollId, version: 1, step: 'open' })).code).toBe(
        'not-found',
      );
    elsewhere.closeAll();
  });

  it('makes one of two that are opened at the same moment the open one, and tells the other which', async () => {
    const colleague = await stage.joined(stage.crew('moderator'));
    const drafts = [await makePoll(moderator, []), await makePoll(moderator, [])] as const;
    const answers = await Promise.all([
      moderator.send('poll:move', { ...seen(drafts[0]), step: 'open' }),
      colleague.send('poll:move', { ...seen(drafts[1]), step: 'open' }),
    ]);
    const [open] = (await present(attendee)).map(({ id }) => id);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', details: { poll: { id: open, state: 'open' } } },
    });
  });
});

describe('a poll', () => {
  it('is made once, however often it is sent', async () => {
    const poll = newPoll();
    const answers = await Promise.all([1, 2, 3].map(() => moderator.ask('poll:make', poll)));
    const [made] = answers;
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const moved = await movePoll(moderator, made!, ['open']);
    await expect(moderator.ask('poll:make', poll)).resolves.toEqual(moved);
    await expect(present(moderator)).resolves.toEqual([moved]);
    const another = await moderator.ask('poll:make', newPoll());
    expect(another.id).not.toBe(moved.id);
  });

  it('is stored clean, and as it was written in each language', async () => {
    const { question, options } = await makePoll(moderator, [], {
      question: { en: ' Where\u202e to? ', ko: ' ' },
      options: [{ text: { zh: '济南' } }, { text: { ja: '東京', en: 'Tokyo' } }],
    });
    expect(question).toEqual({ en: 'Where to?' });
    expect(options).toEqual([{ text: { zh: '济南' } }, { text: { ja: '東京', en: 'Tokyo' } }]);
  });

  it('is opened, closed and opened again before everybody’s eyes', async () => {
    const poll = await makePoll(moderator, ['open', 'close', 'reopen']);
    expect(poll).toMatchObject({ state: 'open', version: 4 });
    await attendee.heard('poll:changed', (told) => told.poll.version === poll.version);
    const states = attendee.told.flatMap((one) =>
      one.event === 'poll:changed' ? [one.payload.poll.state] : [],
    );
    expect(states).toEqual(['open', 'closed', 'open']);
    await movePoll(moderator, poll, ['close']);
    await expect(present(attendee)).resolves.toMatchObject([{ id: poll.id, state: 'closed' }]);
  });

  it('is known to nobody but the crew while it is a draft, also when it is deleted', async () => {
    const secret = 'A question that nobody may know';
    const draft = await makePoll(moderator, [], { question: { en: secret } });
    const edited = await moderator.ask('poll:edit', {
      ...seen(draft),
      ...pollOf({ question: { en: `${secret} yet` } }),
    });
    const shown = await moderator.ask('poll:show-results', { ...seen(edited), shown: true });
    await expect(present(attendee)).resolves.toEqual([]);
    expect((await attendee.refusal('poll:answer', { pollId: draft.id, choices: [0] })).code).toBe(
      'not-found',
    );
    await moderator.ask('poll:delete', seen(shown));
    await moderator.heard('poll:changed', ({ deleted }) => deleted);
    await expect(present(moderator)).resolves.toEqual([]);
    // Told after all that: whatever was to be told before has arrived.
    await attendee.heard(
      'poll:changed',
      await makePoll(moderator, ['open']).then(
        ({ id }) =>
          ({ poll }) =>
            poll.id === id,
      ),
    );
    expect(JSON.stringify(attendee.told)).not.toContain(secret);
    expect(JSON.stringify(attendee.told)).not.toContain(draft.id);
  });
});

describe('the export', () => {
  const path = (file: string) => `events/${stage.sample.event.id}/sessions/${stage.sessionId}/${file}`;

  it('is for those who moderate, and of this event only', async () => {
    const { ticket } = await stage.register();
    expect((await call(server, 'GET', path('polls.json'), { ticket })).status).toBe(403);
    expect((await call(server, 'GET', path('polls.json'))).status).toBe(401);
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.invite('moderator');
    const mixed = `events/${elsewhere.sample.event.id}/sessions/${stage.sessionId}/polls.json`;
    expect((await call(server, 'GET', mixed, stranger)).status).toBe(404);
  });

  it('has every poll with how many chose what, and nobody’s name', async () => {
    const person = await stage.register({ displayName: 'Somebody Particular' });
    const voter = await stage.joined(stage.connect(person));
    const { id: pollId } = await makePoll(moderator, ['open'], {
      question: { en: '=cmd("x")' },
      multiple: true,
    });
    await voter.ask('poll:answer', { pollId, choices: [2, 0] });
    await makePoll(moderator, []);
    const { ticket } = await stage.invite('moderator');
    const { body } = await call<{ polls: PollDto[] }>(server, 'GET', path('polls.json'), { ticket });
    expect(body.polls).toMatchObject([
      { id: pollId, state: 'open', tally: { people: 1, choices: [1, 0, 1] } },
      { state: 'draft', tally: { people: 0, choices: [0, 0, 0] } },
    ]);
    const response = await fetch(`${server.url}/api/${path('polls.csv')}`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const csv = await response.text();
    expect(csv.trim().split('\r\n')).toHaveLength(7);
    expect(csv).toContain(`"'=cmd(""x"")"`);
    for (const text of [csv, JSON.stringify(body)]) {
      expect(text).not.toContain('Somebody Particular');
      expect(text).not.toContain(person.participantId);
    }
  });
});
