import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed, Message } from '../app/Message';
import { Page } from '../app/Page';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { writeDays } from '../i18n/times';
import { RequireSignIn } from '../sign-in/RequireSignIn';
import { useSignInStore } from '../sign-in/known-sign-ins';
import { useSignIn } from '../sign-in/use-sign-in';
import { CreateEventForm } from './CreateEventForm';
import classes from './OrganisePage.module.css';
import { organiserApi, type OrganiserApi } from './organise.api';

export function OrganisePage() {
  const installation = useSignIn(null, 'event:create');
  // An organiser of one event has no list to choose from.
  const own = useSignInStore(({ known }) => known.find(({ role }) => role === 'organiser'));
  if (!installation && own?.eventSlug) return <Navigate to={`/organise/${own.eventSlug}`} replace />;
  return (
    <RequireSignIn slug={null} permission="event:create">
      {({ signInId }) => <Organise key={signInId} signInId={signInId} />}
    </RequireSignIn>
  );
}

function Organise({ signInId }: { signInId: string }) {
  const api = useMemo(() => organiserApi(signInId), [signInId]);
  const [search] = useSearchParams();
  return search.has('create') ? <Create api={api} /> : <EventList api={api} />;
}

function Create({ api }: { api: OrganiserApi }) {
  const { t } = useTranslation('organise');
  return (
    <Page title={t('create.title')} narrow>
      <Title order={1} mb="xl">
        {t('create.title')}
      </Title>
      <CreateEventForm api={api} />
    </Page>
  );
}

function EventList({ api }: { api: OrganiserApi }) {
  const { t } = useTranslation('organise');
  const language = useLanguage();
  const { data: events, fault, reload } = useLoaded('events', api.listEvents);
  const create = (
    <Button component={Link} to="/organise?create" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('list.create')}
    </Button>
  );

  if (fault && !events) return <LoadFailed fault={fault} onRetry={reload} />;
  if (events?.length === 0)
    return (
      <Message title={t('list.none')} icon={<IconCalendarPlus size={32} aria-hidden />} actions={create}>
        {t('list.noneText')}
      </Message>
    );
  return (
    <Page title={t('list.title')}>
      <Group justify="space-between" mb="xl">
        <Title order={1}>{t('list.title')}</Title>
        {create}
      </Group>
      {events ? (
        <ul className={classes.list}>
          {events.map((event) => (
            <li key={event.id}>
              <Link to={`/organise/${event.slug}`} className={classes.row}>
                <span className={classes.about}>
                  <Localized text={event.title} className={classes.title} />
                  <Text component="span" size="sm" c="dimmed">
                    {writeDays(event.firstDay, event.lastDay, language)}
                  </Text>
                </span>
                <IconChevronRight size={22} aria-hidden className={classes.arrow} />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <Stack aria-busy>
          <Skeleton height={72} />
          <Skeleton height={72} />
        </Stack>
      )}
    </Page>
  );
}
