import { handStates, handSteps, type HandStep } from '@manyhalls/contracts';
import { hasTurn, isHandOpen, nextHandState } from './hand-machine';

const after = (...steps: (HandStep | 'lower')[]) =>
  steps.reduce<ReturnType<typeof nextHandState>>(
    (state, step) => state && nextHandState(state, step),
    'raised',
  );

describe('hand machine', () => {
  it('brings somebody through the green room onto the programme, and to the end', () => {
    expect(after('admit', 'put-on', 'end')).toBe('ended');
  });

  it('puts nobody on who was not admitted', () => {
    expect(after('put-on')).toBeNull();
    expect(after('dismiss', 'put-on')).toBeNull();
    expect(after('admit', 'end', 'put-on')).toBeNull();
  });

  it('cannot be admitted twice', () => {
    expect(after('admit', 'admit')).toBeNull();
  });

  it('has a way back from every slip of the crew', () => {
    expect(after('admit', 'send-back')).toBe('raised');
    expect(after('admit', 'put-on', 'take-off')).toBe('admitted');
    expect(after('admit', 'end', 'reopen')).toBe('admitted');
    expect(after('dismiss', 'reopen')).toBe('raised');
  });

  it('gives and keeps the right to publish only by admitting, or by reopening what was ended', () => {
    for (const state of handStates.filter((state) => !hasTurn(state)))
      for (const step of handSteps) {
        const next = nextHandState(state, step);
        if (next && hasTurn(next)) expect([`raised admit`, `ended reopen`]).toContain(`${state} ${step}`);
      }
  });

  it('lets the person end it at any time, and the crew bring back nobody who did', () => {
    for (const state of handStates.filter(isHandOpen))
      expect(isHandOpen(nextHandState(state, 'lower') ?? state)).toBe(false);
    for (const step of handSteps) expect(nextHandState('lowered', step)).toBeNull();
  });
});
