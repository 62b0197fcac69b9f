import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { Countdown } from '../live/Countdown';
import type { LivePageContent } from '../live/LivePage';
import { HallClocks } from '../live-events/HallClocks';
import classes from './ProjectedPages.module.css';

/** Before a session: what it is, and how long it is until it begins. */
export function ProjectedWait({ event, session }: LivePageContent) {
  const { t } = useTranslation('attendee');
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  return (
    <div className={classes.page}>
      <Localized as="p" text={event.title} className={classes.event} />
      <h1 className={classes.title}>
        <Localized text={session.title} />
      </h1>
      <div className={classes.clocks}>
        <Countdown until={session.startsAt} over={t('waiting.soon')} />
        <HallClocks venues={venues} />
      </div>
    </div>
  );
}

/** After it. */
export function ProjectedEnd({ event, session }: LivePageContent) {
  const { t } = useTranslation('attendee');
  return (
    <div className={classes.page}>
      <Localized as="p" text={event.title} className={classes.event} />
      <h1 className={classes.title}>
        <Localized text={session.title} />
      </h1>
      <p className={classes.words}>{t('ended.title')}</p>
      <p className={classes.words}>{t('ended.thanks')}</p>
    </div>
  );
}
