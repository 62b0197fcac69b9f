import type {
  PollAnswerDto,
  PollChangedDto,
  PollCountedDto,
  PollDto,
  PollListDto,
} from '@manyhalls/contracts';

/** What this browser knows of a session's polls. */
export interface PollsState {
  loaded: boolean;
  polls: Readonly<Record<string, PollDto>>;
  /** What the reader has chosen, by poll; an answer that was taken back is empty. */
  answers: Readonly<Record<string, readonly number[]>>;
}

export const initialPolls: PollsState = { loaded: false, polls: {}, answers: {} };

export function listed(_: PollsState, { polls, answers }: PollListDto): PollsState {
  return {
    loaded: true,
    polls: Object.fromEntries(polls.map((poll) => [poll.id, poll])),
    answers: Object.fromEntries(answers.map(({ pollId, choices }) => [pollId, choices])),
  };
}

/** Except where a newer version is known: what is told comes late and out of order. */
export function changed(state: PollsState, { poll, deleted }: PollChangedDto): PollsState {
  if (poll.version < (state.polls[poll.id]?.version ?? 0)) return state;
  const { [poll.id]: _, ...others } = state.polls;
  return { ...state, polls: deleted ? others : { ...others, [poll.id]: poll } };
}

/** Not where results have been hidden meanwhile. */
export function counted(state: PollsState, { pollId, tally }: PollCountedDto): PollsState {
  const poll = state.polls[pollId];
  return poll?.tally ? { ...state, polls: { ...state.polls, [pollId]: { ...poll, tally } } } : state;
}

export function answered(state: PollsState, { pollId, choices }: PollAnswerDto): PollsState {
  return { ...state, answers: { ...state.answers, [pollId]: choices } };
}

/** All of them in the order in which they were made. */
export function pollsOf({ polls }: PollsState): PollDto[] {
  return Object.values(polls).toSorted((one, other) => one.madeAt.localeCompare(other.madeAt));
}

/** At most one is open at a time. */
export function openPollOf({ polls }: PollsState): PollDto | undefined {
  return Object.values(polls).find(({ state }) => state === 'open');
}

/** What a hall's projector has: the open poll, otherwise the last one for as long as its results are shown. */
export function hallPollOf(state: PollsState): PollDto | undefined {
  return openPollOf(state) ?? pollsOf(state).findLast((poll) => poll.state === 'closed' && poll.resultsShown);
}
