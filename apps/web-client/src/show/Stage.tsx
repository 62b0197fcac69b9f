import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';
import { arrange } from './arrange';
import { ProgrammeTile } from './ProgrammeTile';
import type { StageView } from './programme-view';
import classes from './Stage.module.css';

/** Pictures in the places their layout gives them. */
export function Stage({
  view: { arrangement, tiles },
  playback,
  onChoose,
}: {
  view: StageView;
  playback: GreetingPlaybackDto | null;
  /** Makes a picture the large one; `null` where there is nothing to choose. */
  onChoose: ((tile: Tile) => void) | null;
}) {
  const { t } = useTranslation('show');
  const name = useTileName();
  const { ref, width, height } = useElementSize<HTMLUListElement>();
  const boxes = arrange(arrangement, tiles.length, { width, height });
  return (
    <ul ref={ref} className={classes.stage} data-arrangement={arrangement} aria-label={t('stage')}>
      {inPageOrder(tiles).map((tile) => {
        const place = tiles.indexOf(tile);
        return (
          <li
            key={tile.key}
            className={classes.picture}
            data-place={place + 1}
            data-over={(arrangement === 'single' && place > 0) || undefined}
            style={{ ...boxes[place] }}
          >
            <ProgrammeTile tile={tile} playback={playback} />
            {onChoose && (
              <button
                type="button"
                className={classes.choose}
                aria-label={t('showLarge', { hall: name(tile) })}
                onClick={() => onChoose(tile)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A picture that is moved in the page stops: from cue to cue its box changes, never its place among the elements. */
function inPageOrder(tiles: readonly Tile[]): Tile[] {
  const position = ({ venue }: Tile) => venue?.position ?? Infinity;
  return [...tiles].sort((one, other) =>
    position(one) === position(other) ? one.key.localeCompare(other.key) : position(one) - position(other),
  );
}
