import type { CrewQuestionDto } from '@manyhalls/contracts';
import { deedOf } from './desk-keys';
import { bySection, moved } from './desk-sections';
import { stepsFor, wayBack } from './desk-steps';

const [me, other] = [
  { participantId: 'me', displayName: 'Me' },
  { participantId: 'other', displayName: 'Other' },
];
const question = (id: string, more: Partial<CrewQuestionDto> = {}): CrewQuestionDto => ({
  id,
  number: 1,
  version: 1,
  state: 'submitted',
  text: id,
  originalText: id,
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
  rejectionReason: null,
  claimedBy: null,
  mergedIntoId: null,
  ...more,
});

describe('the sections of the desk', () => {
  const ids = (questions: CrewQuestionDto[]) => {
    const sections = bySection(questions, 'me');
    return Object.fromEntries(
      Object.entries(sections).map(([section, inIt]) => [section, inIt.map(({ id }) => id)]),
    );
  };

  it('keep apart what is mine, others’, waiting and over', () => {
    expect(
      ids([
        question('mine', { state: 'claimed', claimedBy: me }),
        question('theirs', { state: 'claimed', claimedBy: other }),
        question('merged', { state: 'approved', mergedIntoId: 'mine', number: 2 }),
        question('rejected', { state: 'rejected', number: 3 }),
        question('stage', { state: 'on-stage', claimedBy: other }),
        question('new', { number: 5 }),
        question('waiting', { number: 4 }),
      ]),
    ).toEqual({
      'on-stage': ['stage'],
      mine: ['mine'],
      queue: ['waiting', 'new'],
      approved: [],
      others: ['theirs'],
      done: ['rejected', 'merged'],
    });
  });

  it('show approved questions in the moderators’ order, and the others after them by votes', () => {
    const approved = (id: string, more: Partial<CrewQuestionDto>) =>
      question(id, { state: 'approved', ...more });
    expect(
      ids([
        approved('few', { votes: 1, number: 1 }),
        approved('many', { votes: 9, number: 2 }),
        approved('second', { position: 2, number: 3 }),
        approved('first', { position: 1, number: 4 }),
        approved('also few', { votes: 1, number: 5 }),
      ]).approved,
    ).toEqual(['first', 'second', 'many', 'few', 'also few']);
  });
});

it('moves a question past the neighbour that is seen, whatever is filtered out between them', () => {
  expect(moved(['a', 'b', 'c', 'd'], ['a', 'd'], 'd', -1)).toEqual(['d', 'a', 'b', 'c']);
  expect(moved(['a', 'b', 'c', 'd'], ['a', 'c'], 'a', 1)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b'], ['a', 'b'], 'a', -1)).toBeNull();
  expect(moved(['a', 'b'], ['a', 'b'], 'z', 1)).toBeNull();
});

it('lets somebody else’s claim only be taken out of their hands', () => {
  expect(stepsFor(question('q', { state: 'claimed', claimedBy: other }), 'me')).toEqual(['release']);
  expect(stepsFor(question('q', { state: 'on-stage', claimedBy: other }), 'me')).toEqual(['take-off-stage']);
  expect(stepsFor(question('q', { state: 'claimed', claimedBy: me }), 'me')).toContain('put-on-stage');
  const merged = question('q', { state: 'claimed', claimedBy: other, mergedIntoId: 'into' });
  expect(stepsFor(merged, 'me')).toEqual(['unmerge']);
});

it('goes back from every state that somebody brought about', () => {
  const back = (more: Partial<CrewQuestionDto>) => wayBack(question('q', more));
  expect(back({ state: 'submitted' })).toBeNull();
  expect(back({ state: 'rejected' })).toBe('reconsider');
  expect(back({ state: 'on-stage' })).toBe('take-off-stage');
  expect(back({ state: 'approved', mergedIntoId: 'other' })).toBe('unmerge');
  for (const state of ['approved', 'rejected', 'claimed', 'on-stage', 'answered', 'dismissed'] as const)
    expect(stepsFor(question('q', { state }), 'me')).toContain(back({ state }));
});

describe('a key', () => {
  const plain = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

  it.each([
    [{ key: 'a', code: 'KeyA' }, 'approve'],
    [{ key: 'M', code: 'KeyM', shiftKey: true }, 'merge'],
    [{ key: 'ArrowUp' }, 'up'],
    [{ key: 'ArrowUp', shiftKey: true }, 'move-up'],
    [{ key: '?', code: 'Slash', shiftKey: true }, 'help'],
    [{ key: 'ㅁ', code: 'KeyA' }, 'approve'],
    [{ key: 'Process', code: 'KeyJ' }, 'down'],
    // A French keyboard, where another key writes "a".
    [{ key: 'q', code: 'KeyA' }, null],
    [{ key: 'r', code: 'KeyR', ctrlKey: true }, null],
    [{ key: 'Tab', code: 'Tab' }, null],
  ])('%j means %s', (press, deed) => expect(deedOf({ ...plain, ...press })).toBe(deed));
});
