import { Button, Container, Group, Text, Title } from '@mantine/core';
import type { LiveEventDto } from '@manyhalls/contracts';
import { useInterval } from '@mantine/hooks';
import { IconArrowRight, IconSettings } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed } from '../app/Message';
import { NotFoundPage } from '../app/NotFoundPage';
import { PageSkeleton } from '../app/Opening';
import { TabTitle } from '../app/Page';
import { SessionStatusMark } from '../app/StateMark';
import { useNow } from '../app/use-now';
import { Localized, useLocalize } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { writeDays } from '../i18n/times';
import { sessionPage } from './role-page';
import { useSignIn } from '../sign-in/use-sign-in';
import { Agenda } from './Agenda';
import classes from './EventPage.module.css';
import { HallClocks } from './HallClocks';
import { currentSession } from './current-session';
import { readEvent } from './live-events.api';

/** Sessions go live while people wait on this page, in ms. */
const refreshEvery = 20_000;

export function EventPage() {
  const { slug = '' } = useParams();
  const { data: event, fault, reload } = useLoaded(slug, (signal) => readEvent(slug, signal));
  useInterval(() => document.visibilityState === 'visible' && reload(), refreshEvery, { autoInvoke: true });

  if (event) return <EventView event={event} />;
  if (fault?.code === 'not-found') return <NotFoundPage />;
  if (fault) return <LoadFailed fault={fault} onRetry={reload} />;
  return <PageSkeleton />;
}

function EventView({ event }: { event: LiveEventDto }) {
  const { t } = useTranslation('live-events');
  const language = useLanguage();
  const localize = useLocalize();
  const signIn = useSignIn(event.slug);
  return (
    <>
      <TabTitle title={localize(event.title)} />
      <section className={classes.hero}>
        <Container size="72rem" px="clamp(1rem, 4vw, 2rem)">
          <p className={classes.days}>{writeDays(event.firstDay, event.lastDay, language)}</p>
          <Title order={1} className={classes.title}>
            <Localized text={event.title} />
          </Title>
          {event.coHosts.length > 0 && (
            <dl className={classes.coHosts}>
              <dt>{t('coHosts')}</dt>
              {event.coHosts.map(({ name }, index) => (
                <dd key={index}>
                  <Localized text={name} />
                </dd>
              ))}
            </dl>
          )}
          <JoinActions event={event} />
          <HallClocks venues={event.venues} />
        </Container>
      </section>
      <Container size="72rem" px="clamp(1rem, 4vw, 2rem)" py="xl" w="100%">
        {event.description && (
          <Text size="lg" maw="48rem" mb="xl" className={classes.description}>
            <Localized text={event.description} as="div" />
          </Text>
        )}
        <Title order={2} mb="sm">
          {t('agenda.title')}
        </Title>
        <Agenda event={event} signIn={signIn} />
      </Container>
    </>
  );
}

/** The one thing most visitors came for: in, at once when this browser is known, else by registering. */
function JoinActions({ event }: { event: LiveEventDto }) {
  const { t } = useTranslation('live-events');
  const signIn = useSignIn(event.slug);
  const now = useNow(30_000);
  const session = currentSession(event.sessions, now, signIn?.venueId ?? null);
  const mayJoin = signIn !== null;
  useEffect(() => {
    // Whoever presses "Join" should see the halls, not a page being loaded.
    if (mayJoin) void import('../attendee/AttendeePage');
  }, [mayJoin]);

  const organise = signIn?.role === 'organiser' && (
    <Button
      component={Link}
      to={`/organise/${event.slug}`}
      variant="outline"
      color="tide.1"
      leftSection={<IconSettings size={18} aria-hidden />}
    >
      {t('organise')}
    </Button>
  );
  if (signIn && session)
    return (
      <Group mt="lg">
        <Button
          component={Link}
          to={sessionPage(signIn.role, event.slug, session.id)}
          color="brass.3"
          size="lg"
          rightSection={<IconArrowRight size={20} aria-hidden />}
        >
          {t(session.status === 'live' ? 'join.now' : 'join.enter')}
        </Button>
        {organise}
        <Text size="sm" className={classes.note}>
          {t('join.as', { name: signIn.displayName })}
        </Text>
      </Group>
    );
  if (signIn) return organise ? <Group mt="lg">{organise}</Group> : null;
  if (!event.registrationOpen) return <Text mt="lg">{t('join.closed')}</Text>;
  return (
    <Group mt="lg">
      <Button component={Link} to={`/events/${event.slug}/register`} color="brass.3" size="lg">
        {t('join.register')}
      </Button>
      {session?.status === 'live' && <SessionStatusMark status="live" />}
    </Group>
  );
}
