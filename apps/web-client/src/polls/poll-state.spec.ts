import type { PollDto } from '@manyhalls/contracts';
import {
  answered,
  changed,
  counted,
  hallPollOf,
  initialPolls,
  listed,
  pollsOf,
  type PollsState,
} from './poll-state';

const poll = (id: string, more: Partial<PollDto> = {}): PollDto => ({
  id,
  version: 1,
  state: 'open',
  question: { en: id },
  options: [{ text: { en: 'Yes' } }, { text: { en: 'No' } }],
  multiple: false,
  resultsShown: false,
  tally: null,
  madeAt: '2020-07-30T02:00:00.000Z',
  ...more,
});
const tally = { people: 1, choices: [1, 0] };
const knowing = (...polls: PollDto[]): PollsState => listed(initialPolls, { polls, answers: [] });

describe('what a browser knows of polls', () => {
  it('keeps the newest version, whatever order changes are told in', () => {
    const known = changed(knowing(poll('a', { version: 3 })), {
      poll: poll('a', { version: 2, state: 'closed' }),
      deleted: false,
    });
    expect(known.polls['a']).toMatchObject({ version: 3, state: 'open' });
    expect(changed(known, { poll: poll('a', { version: 3 }), deleted: true }).polls).toEqual({});
  });

  it('takes no figures that come after results were hidden, or of a poll it does not know', () => {
    const shown = knowing(poll('a', { resultsShown: true, tally: { people: 0, choices: [0, 0] } }));
    expect(counted(shown, { pollId: 'a', tally }).polls['a']?.tally).toEqual(tally);
    const hidden = changed(shown, { poll: poll('a', { version: 2 }), deleted: false });
    expect(counted(hidden, { pollId: 'a', tally })).toBe(hidden);
    expect(counted(hidden, { pollId: 'b', tally })).toBe(hidden);
  });

  it('keeps the own answer beside whatever changes', () => {
    const own = answered(knowing(poll('a')), { pollId: 'a', choices: [1] });
    expect(changed(own, { poll: poll('a', { version: 2 }), deleted: false }).answers).toEqual({ a: [1] });
    expect(answered(own, { pollId: 'a', choices: [] }).answers).toEqual({ a: [] });
  });

  it('lists polls in the order in which they were made, and gives a hall the open one or the last shown', () => {
    const first = poll('b', { state: 'closed', resultsShown: true, madeAt: '2020-07-30T01:00:00.000Z' });
    const second = poll('a', { state: 'closed', resultsShown: true });
    const hidden = poll('c', { state: 'closed', madeAt: '2020-07-30T03:00:00.000Z' });
    expect(pollsOf(knowing(second, first)).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(hallPollOf(knowing(second, first, hidden))?.id).toBe('a');
    expect(hallPollOf(knowing(second, first, poll('d', { madeAt: first.madeAt })))?.id).toBe('d');
    expect(hallPollOf(knowing(hidden, poll('e', { state: 'draft', resultsShown: true })))).toBeUndefined();
  });
});
