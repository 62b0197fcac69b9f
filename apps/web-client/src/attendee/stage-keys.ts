import type { KeyboardEvent } from 'react';
import { setMuted, useSound } from '../media/sound';
import type { Tile } from '../media/tiles';
import type { ViewChoice } from './view-choice';

/**
 * Single keys work only while the focus is in the programme (WCAG 2.1.4): M mute, F full screen, G grid,
 * P back to the programme, A audio only, 1 to 9 choose a hall.
 */
export function stageKeys(
  tiles: readonly Tile[],
  choice: ViewChoice,
  onChoose: (choice: Partial<ViewChoice>) => void,
  toggleFullScreen: () => void,
) {
  const actions: Record<string, () => void> = {
    m: () => setMuted(!useSound.getState().muted),
    f: toggleFullScreen,
    g: () => onChoose({ layout: choice.layout === 'all-equal' ? 'programme' : 'all-equal' }),
    p: () => onChoose({ layout: 'programme', large: null }),
    a: () => onChoose({ soundOnly: !choice.soundOnly }),
  };
  tiles.slice(0, 9).forEach(({ key }, index) => {
    actions[String(index + 1)] = () => onChoose({ large: key, layout: 'one-large', soundOnly: false });
  });
  return (event: KeyboardEvent) => {
    const action = actions[event.key.toLowerCase()];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };
}
