import type { SessionDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SessionStatusMark } from '../app/StateMark';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { viewerZone, writeDay } from '../i18n/times';
import type { LivePageContent } from '../live/LivePage';
import { agendaDays } from '../live-events/agenda-days';
import { SessionTimes } from '../live-events/SessionTimes';
import classes from './RailAgenda.module.css';

/** The agenda as the way from one session to another: parallel sessions are switched here. */
export function RailAgenda({ event, session }: LivePageContent) {
  const language = useLanguage();
  const days = agendaDays(event.sessions, event.venues[0]?.timeZone ?? viewerZone());
  return days.map(({ day, slots }) => (
    <section key={day} className={classes.day}>
      <h3 className={classes.heading}>{writeDay(day, language)}</h3>
      <ul className={classes.list}>
        {slots
          .flatMap(({ sessions }) => sessions)
          .map((other) => (
            <Item key={other.id} event={event} session={other} day={day} current={other.id === session.id} />
          ))}
      </ul>
    </section>
  ));
}

function Item({
  event,
  session,
  day,
  current,
}: Pick<LivePageContent, 'event'> & { session: SessionDto; day: string; current: boolean }) {
  const { t } = useTranslation();
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  return (
    <li className={classes.item}>
      <Link
        to={`/events/${event.slug}/sessions/${session.id}`}
        className={classes.link}
        aria-current={current ? 'page' : undefined}
      >
        <Localized text={session.title} className={classes.title} />
        <span className={classes.facts}>
          <SessionStatusMark status={session.status} />
          {session.kind === 'parallel' && <span>{t('kind.parallel')}</span>}
        </span>
      </Link>
      <SessionTimes session={session} day={day} venues={venues} />
    </li>
  );
}
