import { Button, Container, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { Localized, useLocalize } from '../i18n/Localized';
import { useServerNow } from '../live/use-server-now';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { Agenda } from '../live-events/Agenda';
import { currentSession } from '../live-events/current-session';
import { Rail } from './Rail';
import classes from './WaitingView.module.css';

/** After a session: thanks, the way to what comes next, and what was said. */
export function EndedView(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const { t } = useTranslation('attendee');
  const localize = useLocalize();
  const now = useServerNow();
  const others = event.sessions.filter(({ id }) => id !== session.id);
  const next = currentSession(others, new Date(now));
  // Parallel tracks that begin together are offered together.
  const offered = next
    ? others
        .filter(({ startsAt, status }) => startsAt === next.startsAt && status === next.status)
        .sort((one, other) => localize(one.title).localeCompare(localize(other.title)))
    : [];
  return (
    <>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} titled={false} />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <section className={classes.hero}>
          <Container size="72rem" pb="clamp(2rem, 6vw, 4.5rem)">
            <p className={classes.event}>
              <Localized text={session.title} />
            </p>
            <Title order={1} className={classes.title}>
              {t('ended.title')}
            </Title>
            <Text size="lg" maw="40rem">
              {t('ended.thanks')}
            </Text>
            <Group mt="xl">
              {offered.map(({ id, status, title }) => (
                <Button
                  key={id}
                  component={Link}
                  to={`/events/${event.slug}/sessions/${id}`}
                  color="brass.3"
                  size="lg"
                  className={classes.next}
                >
                  <span>
                    {t(status === 'live' ? 'ended.joinNext' : 'ended.next')} <Localized text={title} />
                  </span>
                </Button>
              ))}
              <Button
                component={Link}
                to={`/events/${event.slug}`}
                variant="outline"
                color="tide.1"
                size="lg"
              >
                {t('ended.toEvent')}
              </Button>
            </Group>
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
