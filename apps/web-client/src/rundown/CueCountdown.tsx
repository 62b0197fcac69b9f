import { remainingMs } from '@manyhalls/domain';
import type { SessionDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '../live/duration';
import { useServerNow } from '../live/use-server-now';
import classes from './CueCountdown.module.css';
import { OverMark } from './CueStanding';
import { presentTake } from './rundown-state';
import { useRundown, useRundownTimes } from './RundownRoom';

/** What is left of the cue on programme, readable from three metres, and how the show stands. */
export function CueCountdown({ session }: { session: SessionDto }) {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const now = useServerNow();
  const { overMs } = useRundownTimes(session);
  const take = presentTake(state);
  const left = take ? remainingMs(take, now) : 0;
  const standing = !take ? 'none' : take.heldSince !== null ? 'held' : left < 0 ? 'over' : 'left';
  return (
    <section className={classes.countdown} data-standing={standing} aria-label={t('countdown.title')}>
      <p className={classes.time} role="timer" aria-live="off">
        {left < 0 && '+'}
        {writeDuration(Math.abs(left))}
      </p>
      <div className={classes.about}>
        <p className={classes.standing}>{t(`countdown.${standing}`)}</p>
        <p className={classes.show}>
          {t('countdown.show')} <ShowStanding ms={overMs} />
        </p>
      </div>
    </section>
  );
}

function ShowStanding({ ms }: { ms: number | null }) {
  const { t } = useTranslation('rundown');
  if (ms === null) return '–';
  return Math.abs(ms) < 1_000 ? t('onTime') : <OverMark ms={ms} />;
}
