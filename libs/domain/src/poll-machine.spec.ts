import { pollStates, pollSteps } from '@manyhalls/contracts';
import { nextPollState, pollStepsFrom } from './poll-machine';

describe('poll machine', () => {
  it('opens a draft, closes it and opens it again', () => {
    expect(nextPollState('draft', 'open')).toBe('open');
    expect(nextPollState('open', 'close')).toBe('closed');
    expect(nextPollState('closed', 'reopen')).toBe('open');
  });

  it('does each step from one state only, and never makes a draft of what was open', () => {
    for (const step of pollSteps) {
      const from = pollStates.filter((state) => nextPollState(state, step));
      expect(from).toHaveLength(1);
      for (const state of from) expect(nextPollState(state, step)).not.toBe('draft');
    }
  });

  it('has a step to do from every state', () => {
    for (const state of pollStates) expect(pollStepsFrom(state)).not.toEqual([]);
  });
});
