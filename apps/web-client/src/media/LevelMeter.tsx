import { useTranslation } from 'react-i18next';
import classes from './LevelMeter.module.css';
import { meterPosition } from './levels';

/** A level meter; silence is said in words to those who do not see the bar. */
export function LevelMeter({
  level,
  label,
  upright = false,
}: {
  level: number;
  label: string;
  upright?: boolean;
}) {
  const { t } = useTranslation('media');
  const position = meterPosition(level);
  return (
    <div
      className={classes.meter}
      data-upright={upright || undefined}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(position * 100)}
      aria-valuetext={t(position < 0.05 ? 'level.silent' : position > 0.95 ? 'level.tooLoud' : 'level.sound')}
    >
      <div className={classes.mask} style={{ transform: `scale${upright ? 'Y' : 'X'}(${1 - position})` }} />
    </div>
  );
}
