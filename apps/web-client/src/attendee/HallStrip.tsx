import { useTranslation } from 'react-i18next';
import { StateMark } from '../app/StateMark';
import { writeClock } from '../i18n/times';
import { useServerNow } from '../live/use-server-now';
import { FeedPicture } from '../media/FeedPicture';
import { HallSlate } from '../media/HallSlate';
import { TileName, useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';
import { TileState } from '../media/TileState';
import classes from './HallStrip.module.css';

/** Every hall with its city, its clock and its state; pressing one makes it the large picture. */
export function HallStrip({
  tiles,
  largeKey,
  pictures,
  all,
  onChoose,
}: {
  tiles: readonly Tile[];
  largeKey: string | undefined;
  pictures: boolean;
  /** Every hall that is on air is on programme. Otherwise the cue decides which, and the others cannot be chosen. */
  all: boolean;
  onChoose: (tile: Tile) => void;
}) {
  const { t } = useTranslation('attendee');
  const name = useTileName();
  const now = useServerNow();
  return (
    <ul className={classes.strip} aria-label={t('halls')}>
      {tiles.map((tile) => (
        <li key={tile.key} className={classes.hall}>
          {pictures && (
            <div className={classes.picture}>
              <FeedPicture feed={tile.feed} slate={<HallSlate tile={tile} />} cropped />
            </div>
          )}
          <p className={classes.about}>
            <span className={classes.name}>
              <TileName tile={tile} />
            </span>
            {tile.venue && (
              <time className={classes.clock}>{writeClock(new Date(now), tile.venue.timeZone)}</time>
            )}
            {all || tile.feed ? <TileState feed={tile.feed} /> : <NotShown />}
          </p>
          {(all || tile.feed) && (
            <button
              type="button"
              className={classes.choose}
              aria-pressed={tile.key === largeKey}
              aria-label={t('showLarge', { hall: name(tile) })}
              onClick={() => onChoose(tile)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function NotShown() {
  const { t } = useTranslation('attendee');
  return (
    <StateMark tone="quiet" shape="ring">
      {t('notShown')}
    </StateMark>
  );
}
