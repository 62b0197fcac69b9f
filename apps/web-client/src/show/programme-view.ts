import type { ShowStateDto } from '@manyhalls/contracts';
import type { Tile } from '../media/tiles';
import type { Arrangement } from './arrange';

/** Which tiles are seen, the most important first, and how they share the stage. */
export interface StageView {
  arrangement: Arrangement;
  tiles: Tile[];
}

/**
 * What the cue on programme puts on the stage; `null`: its slate.
 * @param tiles of the programme, also of halls that have no feed on it
 */
export function programmeView(
  { programme, cue }: Pick<ShowStateDto, 'programme' | 'cue'>,
  tiles: readonly Tile[],
): StageView | null {
  const shown = programme.feedIds.flatMap((id) => tiles.find(({ feed }) => feed?.id === id) ?? []);
  switch (programme.layout) {
    case 'slate':
      // Under the implicit cue nothing is on air yet: each hall says so itself.
      return cue ? null : oneLarge(tiles);
    case 'all-halls':
      return oneLarge(tiles);
    case 'single':
      return { arrangement: 'single', tiles: shown };
    case 'speaker-slides':
      return {
        arrangement: 'beside',
        tiles: [...shown.filter(isSlides), ...shown.filter((tile) => !isSlides(tile))],
      };
    case 'two-halls':
    case 'gallery':
      return { arrangement: 'equal', tiles: shown };
  }
}

const isSlides = ({ feed }: Tile) => feed?.source === 'slides';

/** The others are in the strip below. */
function oneLarge(tiles: readonly Tile[]): StageView {
  const large = tiles.find(({ feed }) => feed) ?? tiles[0];
  return { arrangement: 'single', tiles: large ? [large] : [] };
}
