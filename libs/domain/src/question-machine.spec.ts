import { questionStates, questionSteps, type QuestionStep } from '@manyhalls/contracts';
import { isMergeable, isQuestionPublic, nextQuestionState, questionStepsFrom } from './question-machine';

const after = (...steps: QuestionStep[]) =>
  steps.reduce<ReturnType<typeof nextQuestionState>>(
    (state, step) => state && nextQuestionState(state, step),
    'submitted',
  );

describe('question machine', () => {
  it('brings a question to the stage and answers it', () => {
    expect(after('approve', 'claim', 'put-on-stage', 'answer')).toBe('answered');
  });

  it('lets only an approved question be claimed, and only a claimed one go on stage', () => {
    expect(after('claim')).toBeNull();
    expect(after('approve', 'put-on-stage')).toBeNull();
    expect(after('reject', 'claim')).toBeNull();
  });

  it('cannot be claimed twice', () => {
    expect(after('approve', 'claim', 'claim')).toBeNull();
  });

  it('has a way back from every state but the first', () => {
    const back: QuestionStep[] = ['reconsider', 'release', 'take-off-stage', 'reopen'];
    for (const state of questionStates.slice(1))
      expect({ state, back: questionStepsFrom(state).some((step) => back.includes(step)) }).toEqual({
        state,
        back: true,
      });
  });

  it('merged into another goes nowhere but out again, in the state it had', () => {
    for (const state of questionStates) {
      expect(questionStepsFrom(state, true)).toEqual(['unmerge']);
      for (const step of questionSteps)
        expect(nextQuestionState(state, step, true)).toBe(step === 'unmerge' ? state : null);
      expect(nextQuestionState(state, 'unmerge')).toBeNull();
      expect(isMergeable(state, true)).toBe(false);
    }
    expect(questionStates.filter((state) => !isMergeable(state, false))).toEqual(['on-stage']);
  });

  it('never shows the audience a question by a single step from the queue but by approving it', () => {
    for (const state of ['submitted', 'rejected'] as const)
      for (const step of questionSteps) {
        const next = nextQuestionState(state, step);
        if (next && isQuestionPublic(next)) expect(step).toBe('approve');
      }
  });
});
