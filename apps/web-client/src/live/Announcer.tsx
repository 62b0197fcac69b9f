import { VisuallyHidden } from '@mantine/core';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Reads changes out to those who do not see them, one after the other, without taking the focus. */
export function Announcer({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const announce = useCallback((next: string) => setWords(next), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {words}
      </VisuallyHidden>
    </AnnounceContext>
  );
}

export const useAnnounce = () => useContext(AnnounceContext);

/** Announces a state in words whenever it changes, but not the one a page opens with. */
export function useAnnouncedChange(words: string | null): void {
  const announce = useAnnounce();
  const before = useRef(words);
  useEffect(() => {
    if (words === before.current) return;
    before.current = words;
    if (words) announce(words);
  }, [announce, words]);
}
