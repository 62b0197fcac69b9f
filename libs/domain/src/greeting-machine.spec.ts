import { greetingStates, greetingSteps, type GreetingState, type GreetingStep } from '@manyhalls/contracts';
import { isPlayable, maySendFile, nextGreetingState } from './greeting-machine';

const after = (...steps: GreetingStep[]) =>
  steps.reduce<GreetingState | null>((state, step) => state && nextGreetingState(state, step), 'invited');

describe('greeting machine', () => {
  it('brings a file through processing and approval onto the programme', () => {
    expect(after('upload', 'process', 'finish', 'approve', 'play')).toBe('played');
  });

  it('plays nothing that was not approved', () => {
    for (const state of greetingStates.filter((state) => !isPlayable(state)))
      expect(nextGreetingState(state, 'play')).toBeNull();
  });

  it('approves only what is ready', () => {
    expect(greetingStates.filter((state) => nextGreetingState(state, 'approve'))).toEqual(['ready']);
  });

  it('lets the office replace its file until it is approved', () => {
    expect(greetingStates.filter((state) => !maySendFile(state))).toEqual(['approved', 'played']);
    expect(after('upload', 'process', 'upload')).toBe('uploaded');
    expect(after('upload', 'process', 'refuse', 'upload')).toBe('uploaded');
    expect(after('upload', 'process', 'finish', 'send-back', 'upload')).toBe('uploaded');
  });

  it('ends the approval with whatever changes the file', () => {
    for (const state of greetingStates.filter(isPlayable))
      for (const step of greetingSteps.filter((step) => step !== 'play')) {
        const next = nextGreetingState(state, step);
        if (next) expect(isPlayable(next)).toBe(false);
      }
    expect(after('upload', 'process', 'finish', 'approve', 'trim', 'finish')).toBe('ready');
  });

  it('has a way back from every slip of the crew', () => {
    expect(after('upload', 'process', 'finish', 'approve', 'unapprove')).toBe('ready');
    expect(after('upload', 'process', 'finish', 'send-back', 'reconsider')).toBe('ready');
    expect(after('upload', 'process', 'finish', 'trim', 'refuse', 'trim', 'finish')).toBe('ready');
  });

  it('begins processing again where it was cut off', () => {
    expect(after('upload', 'process', 'process', 'finish')).toBe('ready');
  });
});
