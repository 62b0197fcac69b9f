import type { AuthorDto } from '@manyhalls/contracts';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { matching, mentionAt } from './mentions';

/** How many names are offered at once. */
const mostOffers = 5;

export interface Mention {
  listId: string;
  offers: readonly AuthorDto[];
  /** The offer that Enter takes. */
  chosen: number;
  take: (author: AuthorDto) => void;
  /** Looks where the cursor is. */
  look: () => void;
  leave: () => void;
  /** @returns whether the key was meant for the offers */
  press: (event: KeyboardEvent) => boolean;
  aria: { 'aria-autocomplete'?: 'list'; 'aria-controls'?: string; 'aria-activedescendant'?: string };
}

/** Completes the name that is being written after an `@`. */
export function useMention(
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  people: readonly AuthorDto[],
  write: (text: string) => void,
): Mention {
  const listId = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const [index, setIndex] = useState(0);
  /** Where the cursor belongs once the text is in its field. */
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    input.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  }, [input, text]);

  const mention = cursor === null ? null : mentionAt(text, cursor);
  const offers = mention ? matching(people, mention.part).slice(0, mostOffers) : [];
  const chosen = Math.min(index, offers.length - 1);
  const take = ({ displayName }: AuthorDto) => {
    if (!mention || cursor === null) return;
    const inserted = `@${displayName} `;
    next.current = mention.start + inserted.length;
    write(text.slice(0, mention.start) + inserted + text.slice(cursor));
    setCursor(null);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): boolean => {
    const offer = offers[chosen];
    if (!offer) return false;
    const keys: Record<string, () => void> = {
      ArrowDown: () => setIndex((chosen + 1) % offers.length),
      ArrowUp: () => setIndex((chosen + offers.length - 1) % offers.length),
      Enter: () => take(offer),
      Tab: () => take(offer),
      Escape: () => setCursor(null),
    };
    const act = keys[event.key];
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  };
  return {
    listId,
    offers,
    chosen,
    take,
    look: () => {
      setCursor(input.current?.selectionStart ?? null);
      setIndex(0);
    },
    leave: () => setCursor(null),
    press,
    aria:
      offers.length > 0
        ? {
            'aria-autocomplete': 'list',
            'aria-controls': listId,
            'aria-activedescendant': `${listId}-${chosen}`,
          }
        : {},
  };
}
