/** What a show caller does with one key. */
export type CallerDeed =
  | 'go'
  | 'down'
  | 'up'
  | 'standby'
  | 'hold'
  | 'back'
  | 'jump'
  /** What is on standby. */
  | 'skip'
  /** Leaves the selected cue out, or brings it back. */
  | 'leave-out'
  | 'insert'
  | 'add'
  | 'edit'
  | 'move-down'
  | 'move-up'
  | 'remove'
  | 'help';

/** As they are shown in the help. */
export const callerKeys: Record<CallerDeed, string> = {
  go: ' ',
  down: 'ArrowDown',
  up: 'ArrowUp',
  standby: 'Enter',
  hold: 'h',
  back: 'b',
  jump: 'j',
  skip: 's',
  'leave-out': 'x',
  insert: 'i',
  add: 'n',
  edit: 'e',
  'move-down': 'Shift ArrowDown',
  'move-up': 'Shift ArrowUp',
  remove: 'Delete',
  help: '?',
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means to a show caller. On a Korean or Chinese keyboard the key itself counts, not what it would write. */
export function callerDeed({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): CallerDeed | null {
  if (ctrlKey || metaKey || altKey) return null;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const typed = letter && !shiftKey ? letter.toLowerCase() : key;
  const pressed = shiftKey && key.startsWith('Arrow') ? `Shift ${key}` : typed;
  for (const [deed, callerKey] of Object.entries(callerKeys))
    if (callerKey === pressed) return deed as CallerDeed;
  return null;
}
