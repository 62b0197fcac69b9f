import type { QuestionStep } from '@manyhalls/contracts';

/** All that can be done at the desk with one key; a step is done to the selected question. */
export type DeskDeed =
  | QuestionStep
  | 'down'
  | 'up'
  | 'move-down'
  | 'move-up'
  | 'back'
  | 'edit'
  | 'translate'
  | 'assign'
  | 'mark'
  | 'merge'
  | 'help';

export const deskKeys: Partial<Record<DeskDeed, string>> = {
  down: 'j',
  up: 'k',
  approve: 'a',
  reject: 'r',
  claim: 'c',
  'put-on-stage': 's',
  answer: 'd',
  dismiss: 'x',
  back: 'u',
  edit: 'e',
  translate: 't',
  assign: 'g',
  mark: 'm',
  merge: 'M',
  'move-down': 'J',
  'move-up': 'K',
  help: '?',
};

const arrows: Record<string, [plain: DeskDeed, shifted: DeskDeed]> = {
  ArrowDown: ['down', 'move-down'],
  ArrowUp: ['up', 'move-up'],
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means at the desk. On a Korean or Chinese keyboard the key itself counts, not what it would write. */
export function deedOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): DeskDeed | null {
  if (ctrlKey || metaKey || altKey) return null;
  const arrow = arrows[key];
  if (arrow) return arrow[shiftKey ? 1 : 0];
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const foreign = !/^[\x20-\x7e]$/.test(key) && letter;
  const typed = foreign ? (shiftKey ? letter : letter.toLowerCase()) : key;
  for (const [deed, deskKey] of Object.entries(deskKeys)) if (deskKey === typed) return deed as DeskDeed;
  return null;
}
