import { Container, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { Localized, useLocalize } from '../i18n/Localized';
import { dayAt, viewerZone, writeDay } from '../i18n/times';
import { useLanguage } from '../i18n/language';
import { Countdown } from '../live/Countdown';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { Agenda } from '../live-events/Agenda';
import { HallClocks } from '../live-events/HallClocks';
import { SessionTimes } from '../live-events/SessionTimes';
import { Rail } from './Rail';
import classes from './WaitingView.module.css';

/** Before a session: what it is, when it begins here and there, what else is on, and who is there already. It opens by itself. */
export function WaitingView(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const { t } = useTranslation('attendee');
  const language = useLanguage();
  const localize = useLocalize();
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  const day = dayAt(new Date(session.startsAt), venues[0]?.timeZone ?? viewerZone());
  return (
    <>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} titled={false} />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <section className={classes.hero}>
          <Container size="72rem" className={classes.inner}>
            <p className={classes.event}>
              <Localized text={event.title} />
            </p>
            <Title order={1} className={classes.title}>
              <Localized text={session.title} />
            </Title>
            <Countdown until={session.startsAt} over={t('waiting.soon')} />
            <div className={classes.times}>
              <p className={classes.day}>{writeDay(day, language)}</p>
              <SessionTimes session={session} day={day} venues={venues} />
            </div>
            <p className={classes.hint}>{t('waiting.hint')}</p>
            <HallClocks venues={venues} />
          </Container>
        </section>
        <Container size="72rem" w="100%" py="xl" className={classes.below}>
          <div className={classes.beside}>
            <Rail {...content} agenda={false} />
          </div>
          <section>
            <Title order={2} size="h3" mb="sm">
              {t('agenda')}
            </Title>
            <Agenda event={event} signIn={signIn} />
          </section>
        </Container>
      </main>
    </>
  );
}
