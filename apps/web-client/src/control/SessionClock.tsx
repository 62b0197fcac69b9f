import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { writeClock } from '../i18n/times';
import { writeDuration } from '../live/duration';
import type { LivePageContent } from '../live/LivePage';
import { useServerNow } from '../live/use-server-now';
import classes from './SessionClock.module.css';

/** Time to the planned start or end, and every hall's clock. */
export function SessionClock({ event, session }: Pick<LivePageContent, 'event' | 'session'>) {
  const { t } = useTranslation('control');
  const now = useServerNow();
  const toStart = Date.parse(session.startsAt) - now;
  const toEnd = Date.parse(session.endsAt) - now;
  const [label, ms] =
    toStart > 0
      ? [t('clock.toStart'), toStart]
      : toEnd > 0
        ? [t('clock.toEnd'), toEnd]
        : [t('clock.over'), -toEnd];
  return (
    <section className={classes.clock} aria-label={t('clock.title')}>
      <p className={classes.label}>
        {label}
        <span className={classes.time} role="timer" aria-live="off">
          {writeDuration(ms)}
        </span>
      </p>
      <ul className={classes.halls}>
        {event.venues
          .filter(({ id }) => session.venueIds.includes(id))
          .map(({ id, city, timeZone }) => (
            <li key={id}>
              <Localized text={city} /> <time>{writeClock(new Date(now), timeZone)}</time>
            </li>
          ))}
      </ul>
    </section>
  );
}
