import type { SessionDto, VenueDto } from '@manyhalls/contracts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { localTimes, viewerZone, type LocalTime } from '../i18n/times';
import classes from './SessionTimes.module.css';

/** "10:00–12:00 Jinan, 11:00–13:00 Tokyo, Osaka", and the viewer's own clock where it differs. */
export function SessionTimes({
  session,
  day,
  venues,
}: {
  session: Pick<SessionDto, 'startsAt' | 'endsAt'>;
  /** The day under which the session is listed, `YYYY-MM-DD`. */
  day: string;
  venues: readonly Pick<VenueDto, 'city' | 'timeZone'>[];
}) {
  return (
    <ul className={classes.times}>
      {localTimes(session, day, venues, viewerZone()).map((time, index) => (
        <li key={index} className={classes.time}>
          <span className={classes.clock}>
            {time.start}–{time.end}
          </span>
          <Place time={time} />
        </li>
      ))}
    </ul>
  );
}

function Place({ time }: { time: LocalTime }) {
  const { t } = useTranslation('live-events');
  return (
    <span className={classes.place}>
      {time.cities.length === 0 && t('times.yours')}
      {time.cities.map((city, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <Localized text={city} />
        </Fragment>
      ))}
      {time.dayShift !== 0 && ` (${t(time.dayShift > 0 ? 'times.nextDay' : 'times.dayBefore')})`}
    </span>
  );
}
