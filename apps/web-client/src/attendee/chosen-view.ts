import type { ShowStateDto } from '@manyhalls/contracts';
import type { Tile } from '../media/tiles';
import { programmeView, type StageView } from '../show/programme-view';
import type { ViewChoice } from './view-choice';

/**
 * What a viewer sees: the programme, or their own choice of it. Who chose a hall that is not on programme now sees the
 * programme meanwhile.
 */
export function chosenView(
  show: Pick<ShowStateDto, 'programme' | 'cue'>,
  tiles: readonly Tile[],
  { layout, large }: ViewChoice,
): StageView | null {
  const programme = programmeView(show, tiles);
  if (layout === 'programme' || !programme) return programme;
  // Where all halls are on, one that is not on air shows its slate.
  const seen = tiles.filter(({ feed }) => feed ?? allHalls(show));
  if (layout === 'all-equal') return { arrangement: 'equal', tiles: seen };
  const chosen = seen.find(({ key }) => key === large);
  return chosen ? { arrangement: 'single', tiles: [chosen] } : programme;
}

/** Whether every hall is on programme, as far as it is on air. */
export function allHalls({ programme, cue }: Pick<ShowStateDto, 'programme' | 'cue'>): boolean {
  return programme.layout === 'all-halls' || !cue;
}
