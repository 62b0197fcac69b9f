import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Nearer to the end than this, somebody reads the newest, in pixels. */
const nearEnd = 48;
/** Nearer to the beginning than this, older ones are fetched. */
const nearStart = 200;

interface Scroll {
  list: RefObject<HTMLDivElement | null>;
  /** Whether the newest are in sight. */
  atEnd: boolean;
  toEnd: () => void;
}

/**
 * A list that grows at both ends: stays at the newest for who reads the newest, and stays where it is for everybody else.
 * @param first what the list begins with; when it changes, something was put before it
 */
export function useScroll(first: string | undefined, onNearStart: () => void): Scroll {
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const height = useRef(0);

  const toEnd = useCallback(() => {
    const { current } = list;
    if (current) current.scrollTop = current.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const { current } = list;
    if (current && !follows.current) current.scrollTop += current.scrollHeight - height.current;
  }, [first]);

  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const settle = () => {
      height.current = current.scrollHeight;
      if (follows.current) toEnd();
    };
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = current;
      // What arrived in this moment makes the list longer without anybody having scrolled.
      if (scrollHeight !== height.current) return;
      follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      setAtEnd(follows.current);
      if (scrollTop < nearStart) onNearStart();
    };
    const observer = new ResizeObserver(settle);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    current.addEventListener('scroll', look, { passive: true });
    settle();
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [toEnd, onNearStart]);

  return { list, atEnd, toEnd };
}
