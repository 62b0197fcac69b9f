import { create } from 'zustand';

/** How this viewer wants to see the programme. */
export interface ViewChoice {
  /** `programme`: as its cue has it. Any other is kept from cue to cue, until the viewer returns to the programme. */
  layout: 'programme' | 'one-large' | 'all-equal';
  /** Key of the tile chosen to be large. */
  large: string | null;
  /** Pictures off, to save data. */
  soundOnly: boolean;
}

const initial: ViewChoice = { layout: 'programme', large: null, soundOnly: false };

const storageKey = 'manyhalls.view';

function stored(): Record<string, Partial<ViewChoice>> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

/** By session, kept in the tab: a reload returns to the same view. */
const useChoices = create<Record<string, Partial<ViewChoice>>>(stored);

export function useViewChoice(sessionId: string): ViewChoice {
  const choice = useChoices((choices) => choices[sessionId]);
  return { ...initial, ...choice };
}

export function chooseView(sessionId: string, choice: Partial<ViewChoice>): void {
  useChoices.setState((choices) => ({ [sessionId]: { ...choices[sessionId], ...choice } }));
  sessionStorage.setItem(storageKey, JSON.stringify(useChoices.getState()));
}
