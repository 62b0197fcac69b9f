import { useEffect, useEffectEvent, type RefObject } from 'react';
import { mainId } from '../app/focus';
import { callerDeed, type CallerDeed } from './caller-keys';

/** What writes, or has the space bar and the arrows for itself; so has a cue that is being moved. */
const fields =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [data-dragged]';
const pressed = 'button, a, summary, [role="tab"], [role="slider"]';

/**
 * GO is on the space bar wherever the focus is, except in a field, in a dialog or on another button. The other keys
 * count only while the focus is on the desk (WCAG 2.1.4), or nowhere.
 */
export function useCallerKeys(
  desk: readonly RefObject<HTMLElement | null>[],
  onDeed: (deed: CallerDeed) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.defaultPrevented || event.isComposing) return;
    if (target.closest(fields) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    const deed = callerDeed(event);
    if (!deed) return;
    if ((deed === 'go' || deed === 'standby') && target.closest(pressed)) return;
    const nowhere = target === document.body || target.id === mainId;
    if (deed !== 'go' && !nowhere && !desk.some(({ current }) => current?.contains(target))) return;
    event.preventDefault();
    // A key that is kept down is one press, except where it walks.
    if (!event.repeat || deed === 'down' || deed === 'up') onDeed(deed);
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
