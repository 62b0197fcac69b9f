import type { MessageDto } from '@manyhalls/contracts';

/**
 * What this browser knows of one channel. Messages come in any order, also far older ones that were changed; shown are
 * those from `from` on, of which none is missing.
 */
export interface History {
  /** By id; of each the newest revision that was heard of. */
  readonly known: ReadonlyMap<string, MessageDto>;
  /** The number from which on nothing is missing; `null` before the first reading. */
  readonly from: number | null;
  /** Whether there are messages before `from`. */
  readonly more: boolean;
}

export const noHistory: History = { known: new Map(), from: null, more: false };

/** Keeps the newest revision of each. */
export function learned(history: History, messages: readonly MessageDto[]): History {
  const known = new Map(history.known);
  for (const message of messages) {
    const before = known.get(message.id);
    if (!before || before.revision < message.revision) known.set(message.id, message);
  }
  return { ...history, known };
}

/** Takes a page of the newest messages, or of those before what is shown. */
export function prepended(
  history: History,
  page: { messages: readonly MessageDto[]; more: boolean },
): History {
  const from = page.more ? Math.min(...page.messages.map(({ number }) => number)) : 0;
  return { ...learned(history, page.messages), from, more: page.more };
}

/** What is shown, oldest first. A held message without words is for others to see. */
export function shownOf({ known, from }: History): MessageDto[] {
  if (from === null) return [];
  return [...known.values()]
    .filter(({ number, held, text }) => number >= from && !(held && text === null))
    .sort((one, other) => one.number - other.number);
}

export function pinnedOf({ known }: History): MessageDto | null {
  let pinned: MessageDto | null = null;
  for (const message of known.values())
    if (message.pinned && message.text !== null && message.revision > (pinned?.revision ?? 0))
      pinned = message;
  return pinned;
}

/** Forgets the oldest, so that a page which is open all day stays light; they can be scrolled back to. */
export function trimmed(history: History, most: number): History {
  const shown = shownOf(history);
  const first = shown.at(-most);
  if (!first || shown.length <= most * 2) return history;
  const known = new Map(
    [...history.known].filter(([, { number, pinned }]) => number >= first.number || pinned),
  );
  return { known, from: first.number, more: true };
}
