import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { mainId } from '../app/focus';
import { callerDeed, type CallerDeed } from './caller-keys';

/** What writes, or has the space bar and the arrows for itself; so has a cue that is being moved. */
const fields =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [data-dragged]';
const pressed = 'button, a, summary, [role="tab"], [role="slider"]';

/**
 * GO is on the space bar wherever the focus is, except in a field, in a dialog or on another button that was walked to
 * with keys: who has clicked one with the mouse means GO, and not that button once more. The other keys count only while
 * the focus is on the desk (WCAG 2.1.4), or nowhere.
 */
export function useCallerKeys(
  desk: readonly RefObject<HTMLElement | null>[],
  onDeed: (deed: CallerDeed) => void,
): void {
  const clicked = useRef<Element | null>(null);
  const taken = useRef(false);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    taken.current = false;
    if (event.key === 'Tab') clicked.current = null;
    if (!(target instanceof HTMLElement) || event.defaultPrevented || event.isComposing) return;
    if (target.closest(fields) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    const deed = callerDeed(event);
    if (!deed) return;
    const button = target.closest(pressed);
    if ((deed === 'go' && button && button !== clicked.current) || (deed === 'standby' && button)) return;
    const nowhere = target === document.body || target.id === mainId;
    if (deed !== 'go' && !nowhere && !desk.some(({ current }) => current?.contains(target))) return;
    event.preventDefault();
    taken.current = true;
    // A key that is kept down is one press, except where it walks.
    if (!event.repeat || deed === 'down' || deed === 'up') onDeed(deed);
  });
  /** Some browsers press a button when the key is let go. */
  const release = useEffectEvent((event: KeyboardEvent) => {
    if (taken.current) event.preventDefault();
  });
  /** A click by key counts no presses of a mouse. */
  const click = useEffectEvent(({ target, detail }: MouseEvent) => {
    clicked.current = detail > 0 && target instanceof Element ? target.closest(pressed) : null;
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener('keydown', press, { signal });
    document.addEventListener('keyup', release, { signal });
    document.addEventListener('click', click, { signal });
    return () => ending.abort();
  }, []);
}
