import type { ShowStateDto } from '@manyhalls/contracts';
import type { Tile } from '../media/tiles';
import { programmeView, type StageView } from '../show/programme-view';

/**
 * What is on the projector of a hall: the programme. Of all halls, which have no strip here, another one is large and
 * the hall's own comes last.
 */
export function projectorView(
  show: Pick<ShowStateDto, 'programme' | 'cue'>,
  tiles: readonly Tile[],
  venueId: string | null,
): StageView | null {
  const { layout } = show.programme;
  if (layout === 'slate') return null;
  if (layout !== 'all-halls') return programmeView(show, tiles);
  const shown = tiles.filter(({ feed }) => feed);
  const isOwn = ({ venue }: Tile) => venueId !== null && venue?.id === venueId;
  return { arrangement: 'beside', tiles: [...shown.filter((tile) => !isOwn(tile)), ...shown.filter(isOwn)] };
}
