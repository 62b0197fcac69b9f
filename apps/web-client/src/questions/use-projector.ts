import { useFullscreenDocument, useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

/** Where a shown question was put aside: beside this one, or `null` while there was none. */
type Aside = { questionId: string | null };

/**
 * Fills the page with the question on stage, for a hall's projector. What it shows can be put aside, as the host of the
 * hall has to reach the page at any time; the next question is shown again.
 */
export function useProjector(questionId: string | null) {
  const { fullscreen, toggle } = useFullscreenDocument();
  const [wanted, setWanted] = useState(false);
  const [aside, setAside] = useState<Aside | null>(null);
  const [wasFullscreen, setWasFullscreen] = useState(fullscreen);
  const putAside = () => setAside({ questionId });

  // Browsers keep Escape to themselves while they show a page in full screen.
  if (fullscreen !== wasFullscreen) {
    setWasFullscreen(fullscreen);
    if (!fullscreen) putAside();
  }
  const isNext = questionId !== null && questionId !== aside?.questionId;
  const filled = wanted && (!aside || isNext);
  if (aside && isNext) setAside(null);
  useHotkeys([['h', () => filled && putAside(), { usePhysicalKeys: true }]]);
  // Also while the host is writing.
  useHotkeys([['Escape', () => filled && putAside(), { preventDefault: false }]], []);
  return {
    /** Whether the next question, too, is to fill the page. */
    wanted,
    filled,
    putAside,
    fill: () => {
      setWanted(true);
      setAside(null);
      if (document.fullscreenEnabled && !fullscreen) void toggle();
    },
    stop: () => {
      setWanted(false);
      setAside(null);
      if (fullscreen) void toggle();
    },
  };
}
