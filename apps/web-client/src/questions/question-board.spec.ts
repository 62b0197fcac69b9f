import { createStore } from 'zustand/vanilla';
import type {
  LiveBroadcasts,
  LiveRequests,
  OwnQuestionDto,
  QuestionDto,
  QuestionListDto,
} from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { initialLiveState } from '../live/live-state';
import type { LiveLink } from '../live/kept-state';
import { QuestionBoard } from './question-board';
import { shownVote } from './question-state';
import { sortQuestions } from './sort-questions';

const question = (id: string, more: Partial<QuestionDto> = {}): QuestionDto => ({
  id,
  number: 1,
  version: 1,
  state: 'approved',
  text: id,
  language: 'en',
  translations: [],
  author: null,
  anonymous: true,
  venueId: null,
  place: null,
  votes: 0,
  position: null,
  assignedTo: null,
  answer: null,
  askedAt: '2020-07-30T02:00:00Z',
  ...more,
});
const own = (id: string, more: Partial<OwnQuestionDto> = {}): OwnQuestionDto => ({
  ...question(id),
  rejectionReason: null,
  mergedIntoId: null,
  ...more,
});
const list = (more: Partial<QuestionListDto> = {}): QuestionListDto => ({
  questions: [],
  own: [],
  votedIds: [],
  ...more,
});

/** The other end of the wire: requests are answered when the test says so. */
class Wire {
  readonly asked: { verb: string; request: object; answer: (reply: object | Fault) => void }[] = [];
  private readonly heard = new Map<string, (payload: object) => void>();
  joined: () => void = () => undefined;
  readonly link: LiveLink;

  constructor() {
    this.link = {
      store: createStore(() => ({ ...initialLiveState, connection: 'joined' as const })),
      listen: ({ joined }) => {
        this.joined = () => joined({} as never);
        return () => undefined;
      },
      on: (event, listener) => {
        this.heard.set(event, listener as never);
        return () => void this.heard.delete(event);
      },
      ask: <Verb extends keyof LiveRequests>(verb: Verb, request: LiveRequests[Verb]['request']) =>
        new Promise<LiveRequests[Verb]['reply']>((resolve, reject) => {
          const answer = (reply: object | Fault) =>
            reply instanceof Fault ? reject(reply) : resolve(reply as never);
          this.asked.push({ verb, request, answer });
        }),
    };
  }

  tell<Event extends keyof LiveBroadcasts & string>(event: Event, payload: LiveBroadcasts[Event]): void {
    this.heard.get(event)?.(payload);
  }

  /** Answers the oldest request that waits. */
  async answer(reply: object | Fault): Promise<void> {
    const waiting = this.asked.shift();
    if (!waiting) throw new Error('nothing was asked');
    waiting.answer(reply);
    await new Promise(setImmediate);
  }
}

let wire: Wire;
let board: QuestionBoard;
let close: () => void;
const state = () => board.store.getState();
const shown = (id: string) => shownVote(state(), state().questions[id] ?? question(id));

beforeEach(() => {
  wire = new Wire();
  board = new QuestionBoard(wire.link);
  close = board.open();
});
afterEach(() => close());

it('reads the list at once when the session was joined before, and again after every rejoin', async () => {
  await wire.answer(list({ questions: [question('a'), question('b')], votedIds: ['a'] }));
  expect(state()).toMatchObject({ loaded: true, questions: { a: { text: 'a' }, b: {} } });
  wire.joined();
  await wire.answer(list({ questions: [question('b')] }));
  expect(Object.keys(state().questions)).toEqual(['b']);
  expect(state().votedIds.size).toBe(0);
});

it('keeps what was told while the list was on its way', async () => {
  wire.tell('question:changed', { questions: [question('a', { version: 5 })], removedIds: ['b'] });
  await wire.answer(list({ questions: [question('a', { version: 4 }), question('b')] }));
  expect(state().questions).toEqual({ a: question('a', { version: 5 }) });
});

it('takes only the newest of two readings', async () => {
  wire.joined();
  const [old] = wire.asked.splice(0, 1);
  await wire.answer(list({ questions: [question('new')] }));
  old?.answer(list({ questions: [question('old')] }));
  await new Promise(setImmediate);
  expect(Object.keys(state().questions)).toEqual(['new']);
});

it('keeps the newest version of a question, and forgets what may no longer be seen', async () => {
  await wire.answer(list({ questions: [question('a', { version: 3 }), question('b')] }));
  wire.tell('question:changed', { questions: [question('a', { version: 2, text: 'late' })], removedIds: [] });
  expect(state().questions.a?.text).toBe('a');
  wire.tell('question:changed', {
    questions: [question('a', { version: 4, text: 'edited' })],
    removedIds: ['b'],
  });
  expect(state().questions).toEqual({ a: question('a', { version: 4, text: 'edited' }) });
});

it('tells the author what became of the own question', async () => {
  await wire.answer(list({ own: [own('a', { state: 'submitted' })] }));
  wire.tell(
    'question:own-changed',
    own('a', { version: 2, state: 'rejected', rejectionReason: 'Off topic' }),
  );
  wire.tell('question:own-changed', own('a', { version: 1, state: 'submitted' }));
  expect(state().own.a).toMatchObject({ state: 'rejected', rejectionReason: 'Off topic' });
});

describe('a vote', () => {
  beforeEach(() => wire.answer(list({ questions: [question('a', { votes: 7 })] })));

  it('is shown at once, and is the server’s count after the answer', async () => {
    void board.vote('a', true);
    expect(shown('a')).toEqual({ on: true, votes: 8 });
    await wire.answer({ questionId: 'a', votes: 12 });
    expect(shown('a')).toEqual({ on: true, votes: 12 });
    wire.tell('question:voted', { counts: [{ questionId: 'a', votes: 13 }] });
    expect(shown('a')).toEqual({ on: true, votes: 13 });
  });

  it('is shown as it was before when it is refused', async () => {
    const refused = expect(board.vote('a', true)).rejects.toMatchObject({ code: 'conflict' });
    await wire.answer(new Fault('conflict', 'answered meanwhile'));
    await refused;
    expect(shown('a')).toEqual({ on: false, votes: 7 });
  });

  it('that is taken back before the answer came is taken back on the server too', async () => {
    const done = board.vote('a', true);
    void board.vote('a', false);
    expect(wire.asked).toHaveLength(1);
    expect(shown('a')).toEqual({ on: false, votes: 7 });
    await wire.answer({ questionId: 'a', votes: 8 });
    expect(wire.asked[0]?.request).toEqual({ questionId: 'a', on: false });
    await wire.answer({ questionId: 'a', votes: 7 });
    await done;
    expect(shown('a')).toEqual({ on: false, votes: 7 });
    expect(state().wishes).toEqual({});
  });
});

it('shows the one on stage first, answered ones last, and nothing the audience may not see', () => {
  const questions = [
    question('answered', { number: 1, state: 'answered', votes: 90 }),
    question('wanted', { number: 2, votes: 9 }),
    question('new', { number: 4, votes: 1 }),
    question('old', { number: 3, votes: 1 }),
    question('stage', { number: 5, state: 'on-stage' }),
    question('waiting', { number: 6, state: 'submitted' }),
    { ...question('merged', { number: 7 }), mergedIntoId: 'wanted' },
  ];
  const order = (by: 'votes' | 'time') => sortQuestions(questions, by).map(({ id }) => id);
  expect(order('votes')).toEqual(['stage', 'wanted', 'new', 'old', 'answered']);
  expect(order('time')).toEqual(['stage', 'new', 'old', 'wanted', 'answered']);
});
