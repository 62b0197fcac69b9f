import { Button, Text, Title } from '@mantine/core';
import type { LiveEventDto } from '@manyhalls/contracts';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed, Message } from '../app/Message';
import { NotFoundPage } from '../app/NotFoundPage';
import { PageSkeleton } from '../app/Opening';
import { Page } from '../app/Page';
import { Localized } from '../i18n/Localized';
import { currentSession } from '../live-events/current-session';
import { readEvent } from '../live-events/live-events.api';
import { sessionPage } from '../live-events/role-page';
import type { KnownSignIn } from '../sign-in/known-sign-ins';
import { useSignIn } from '../sign-in/use-sign-in';
import { RegistrationForm } from './RegistrationForm';

export function RegisterPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('registration');
  const { data: event, fault, reload } = useLoaded(slug, (signal) => readEvent(slug, signal));
  const signIn = useSignIn(slug);

  if (!event) {
    if (fault?.code === 'not-found') return <NotFoundPage />;
    return fault ? <LoadFailed fault={fault} onRetry={reload} /> : <PageSkeleton />;
  }
  if (signIn?.eventSlug === slug) return <Registered event={event} signIn={signIn} />;
  if (!event.registrationOpen)
    return (
      <Message
        title={t('closed')}
        icon={<IconLock size={32} aria-hidden />}
        actions={
          <Button component={Link} to={`/events/${slug}`}>
            {t('toEvent')}
          </Button>
        }
      >
        {t('closedText')}
      </Message>
    );
  return (
    <Page title={t('title')} narrow>
      <Text c="dimmed" mb={4}>
        <Localized text={event.title} />
      </Text>
      <Title order={1} mb="xl">
        {t('title')}
      </Title>
      <RegistrationForm event={event} onConsentChanged={reload} />
    </Page>
  );
}

/** This browser is registered already: one click, no form. */
function Registered({ event, signIn }: { event: LiveEventDto; signIn: KnownSignIn }) {
  const { t } = useTranslation('registration');
  const session = currentSession(event.sessions, new Date(), signIn.venueId);
  return (
    <Message
      title={t('registered')}
      icon={<IconCircleCheck size={32} aria-hidden />}
      actions={
        <>
          {session && (
            <Button component={Link} to={sessionPage(signIn.role, event.slug, session.id)}>
              {t('join')}
            </Button>
          )}
          <Button component={Link} to={`/events/${event.slug}`} variant="default">
            {t('toEvent')}
          </Button>
        </>
      }
    >
      {t('registeredAs', { name: signIn.displayName })}
    </Message>
  );
}
