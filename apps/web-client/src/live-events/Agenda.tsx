import { Button, Text, Title, VisuallyHidden } from '@mantine/core';
import type { LiveEventDto, SessionDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SessionStatusMark } from '../app/StateMark';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { viewerZone, writeDay } from '../i18n/times';
import type { KnownSignIn } from '../sign-in/known-sign-ins';
import { sessionPage } from './role-page';
import classes from './Agenda.module.css';
import { SessionTimes } from './SessionTimes';
import { agendaDays } from './agenda-days';

/** The programme by day; every session on the clocks of its halls and of the person who reads. */
export function Agenda({ event, signIn }: { event: LiveEventDto; signIn: KnownSignIn | null }) {
  const { t } = useTranslation('live-events');
  const language = useLanguage();
  const days = agendaDays(event.sessions, event.venues[0]?.timeZone ?? viewerZone());
  if (days.length === 0) return <Text c="dimmed">{t('agenda.none')}</Text>;
  return days.map(({ day, slots }) => (
    <section key={day} className={classes.day}>
      <Title order={3} className={classes.heading}>
        {writeDay(day, language)}
      </Title>
      {slots.map((slot) => (
        <ul
          key={slot.startsAt}
          className={classes.slot}
          data-parallel={slot.sessions.length > 1 || undefined}
        >
          {slot.sessions.map((session) => (
            <AgendaItem key={session.id} event={event} session={session} day={day} signIn={signIn} />
          ))}
        </ul>
      ))}
    </section>
  ));
}

interface ItemProps {
  event: LiveEventDto;
  session: SessionDto;
  day: string;
  signIn: KnownSignIn | null;
}

function AgendaItem({ event, session, day, signIn }: ItemProps) {
  const { t } = useTranslation(['app', 'live-events']);
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  return (
    <li className={classes.item} data-status={session.status}>
      <SessionTimes session={session} day={day} venues={venues} />
      <div className={classes.about}>
        <Localized text={session.title} as="p" className={classes.title} />
        <p className={classes.facts}>
          <SessionStatusMark status={session.status} />
          <span>{t(`kind.${session.kind}`)}</span>
        </p>
      </div>
      {signIn && session.status !== 'ended' && (
        <Button
          component={Link}
          to={sessionPage(signIn.role, event.slug, session.id)}
          size="sm"
          variant={session.status === 'live' ? 'filled' : 'default'}
          className={classes.join}
        >
          {t(session.status === 'live' ? 'live-events:join.now' : 'live-events:join.enter')}
          <VisuallyHidden>
            {' '}
            <Localized text={session.title} />
          </VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
