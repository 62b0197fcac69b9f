import type { CueTimes } from '@manyhalls/domain';
import { IconClockPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { writeClock } from '../i18n/times';
import classes from './CueStart.module.css';

/** When a cue starts: as planned, and as it was or is expected to be. */
export function CueStart({ times, hard, timeZone }: { times: CueTimes; hard: boolean; timeZone: string }) {
  const { t } = useTranslation('rundown');
  const { planned, actual, expected } = times;
  const clock = (at: number) => writeClock(new Date(at), timeZone);
  return (
    <span className={classes.start}>
      {planned && (
        <span className={classes.planned}>
          <span className={classes.label}>{t('time.planned')}</span> <time>{clock(planned.start)}</time>
          {hard && <IconClockPin size="1.1em" role="img" aria-label={t('hardStart')} />}
        </span>
      )}
      {actual ? (
        <span className={classes.actual}>
          <span className={classes.label}>{t('time.actual')}</span> <time>{clock(actual.start)}</time>
        </span>
      ) : (
        expected && (
          <span className={classes.expected}>
            <span className={classes.label}>{t('time.expected')}</span> <time>{clock(expected.start)}</time>
          </span>
        )
      )}
    </span>
  );
}
