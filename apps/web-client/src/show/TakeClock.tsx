import type { ShownTakeDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '../live/duration';
import { useServerNow } from '../live/use-server-now';
import { takeStanding } from './take-standing';
import classes from './TakeClock.module.css';

/** What is left of the cue on programme, in a size taken from its place; held and over are said in a word, too. */
export function TakeClock({ take }: { take: ShownTakeDto }) {
  const { t } = useTranslation('show');
  const { state, leftMs } = takeStanding(take, useServerNow());
  return (
    <div className={classes.clock} data-standing={state}>
      {/* Read out when somebody comes to it, not every second. */}
      <p className={classes.time} role="timer" aria-live="off">
        {leftMs < 0 && '+'}
        {writeDuration(Math.abs(leftMs))}
      </p>
      <p className={classes.word}>{t(`clock.${state}`)}</p>
    </div>
  );
}
