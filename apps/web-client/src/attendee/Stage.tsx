import { useElementSize } from '@mantine/hooks';
import { IconHeadphones } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';
import { equalColumns } from './equal-grid';
import { ProgrammeTile } from './ProgrammeTile';
import classes from './Stage.module.css';

interface StageProps {
  tiles: readonly Tile[];
  onChoose: (tile: Tile) => void;
}

/** One hall as large as it fits. */
export function LargeStage({ tile }: { tile: Tile }) {
  return (
    <div className={classes.place}>
      <div className={classes.large}>
        <ProgrammeTile tile={tile} />
      </div>
    </div>
  );
}

/** All halls, equally large; a hall that is pressed becomes the large one. */
export function EqualStage({ tiles, onChoose }: StageProps) {
  const { t } = useTranslation('attendee');
  const name = useTileName();
  const { ref, width, height } = useElementSize();
  const columns = equalColumns(tiles.length, width, height);
  const rows = Math.ceil(tiles.length / columns);
  return (
    <div ref={ref} className={classes.place}>
      <ul className={classes.equal} style={{ '--columns': columns, '--rows': rows }}>
        {tiles.map((tile) => (
          <li key={tile.key} className={classes.cell}>
            <ProgrammeTile tile={tile} />
            <button
              type="button"
              className={classes.choose}
              aria-label={t('showLarge', { hall: name(tile) })}
              onClick={() => onChoose(tile)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** No picture at all. */
export function SoundStage() {
  const { t } = useTranslation('attendee');
  return (
    <div className={classes.place}>
      <div className={classes.sound}>
        <IconHeadphones size={48} stroke={1.2} aria-hidden />
        <p>{t('soundOnly.title')}</p>
        <p className={classes.quiet}>{t('soundOnly.text')}</p>
      </div>
    </div>
  );
}
