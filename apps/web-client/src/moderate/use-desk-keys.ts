import { useEffect, useEffectEvent, type RefObject } from 'react';
import { deedOf, type DeskDeed } from './desk-keys';

/**
 * Single keys work only while the focus is on the desk (WCAG 2.1.4), or nowhere, as after a button that is gone; never
 * in a field or in a dialog.
 */
export function useDeskKeys(desk: RefObject<HTMLElement | null>, onDeed: (deed: DeskDeed) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.defaultPrevented || event.isComposing) return;
    if (target !== document.body && !desk.current?.contains(target)) return;
    if (target.closest('input, textarea, select, [role="menu"]')) return;
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    onDeed(deed);
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
