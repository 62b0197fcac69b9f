import { useTranslation } from 'react-i18next';
import { StateMark } from '../app/StateMark';
import { Localized } from '../i18n/Localized';
import { writeClock } from '../i18n/times';
import type { LivePageContent } from '../live/LivePage';
import { useLiveState } from '../live/LiveRoom';
import { useServerNow } from '../live/use-server-now';
import { useSound } from '../media/sound';
import classes from './ProjectorInfo.module.css';

/** For whoever looks after the screen. */
export function ProjectorInfo({ event, session, show, signIn }: LivePageContent) {
  const { t } = useTranslation(['projector', 'app']);
  const now = useServerNow();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  const { volume, muted } = useSound();
  const venue = event.venues.find(({ id }) => id === signIn.venueId);
  return (
    <aside className={classes.info} aria-label={t('projector:info.title')}>
      <p>
        <Localized text={session.title} /> · {t(`app:status.${show.status}`)}
      </p>
      {venue && (
        <p>
          <Localized text={venue.city} /> <time>{writeClock(new Date(now), venue.timeZone)}</time>
        </p>
      )}
      <p>
        <StateMark tone={joined ? 'good' : 'attention'} shape={joined ? 'tick' : 'cross'}>
          {t(joined ? 'projector:info.connected' : 'projector:info.reconnecting')}
        </StateMark>
      </p>
      <p>
        {muted
          ? t('projector:info.muted')
          : t('projector:info.volume', { percent: Math.round(volume * 100) })}
      </p>
      <p>{t('projector:keys')}</p>
    </aside>
  );
}
