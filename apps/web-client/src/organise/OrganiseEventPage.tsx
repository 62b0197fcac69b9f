import { Anchor, Button, Group, Tabs, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed } from '../app/Message';
import { NotFoundPage } from '../app/NotFoundPage';
import { PageSkeleton } from '../app/Opening';
import { Page } from '../app/Page';
import { LibraryTab } from '../greetings/library/LibraryTab';
import { Localized, useLocalize } from '../i18n/Localized';
import { readEvent } from '../live-events/live-events.api';
import { RequireSignIn } from '../sign-in/RequireSignIn';
import { useSignIn } from '../sign-in/use-sign-in';
import { DetailsTab } from './details/DetailsTab';
import { organiserApi } from './organise.api';
import { PeopleTab } from './people/PeopleTab';
import type { TabProps } from './tab';
import { SessionsTab } from './sessions/SessionsTab';
import { VenuesTab } from './venues/VenuesTab';

export function OrganiseEventPage() {
  const { slug = '' } = useParams();
  return (
    <RequireSignIn slug={slug} permission="event:edit">
      {({ signInId }) => <OrganiseEvent key={`${slug} ${signInId}`} slug={slug} signInId={signInId} />}
    </RequireSignIn>
  );
}

function OrganiseEvent({ slug, signInId }: { slug: string; signInId: string }) {
  const api = useMemo(() => organiserApi(signInId), [signInId]);
  const { data: event, fault, reload, replace } = useLoaded(slug, (signal) => readEvent(slug, signal));

  if (event) return <EventTabs event={event} api={api} onChange={replace} onReload={reload} />;
  if (fault?.code === 'not-found') return <NotFoundPage />;
  if (fault) return <LoadFailed fault={fault} onRetry={reload} />;
  return <PageSkeleton />;
}

const tabs = ['details', 'venues', 'sessions', 'greetings', 'people'] as const;

function EventTabs({ onReload, ...props }: TabProps & { onReload: () => void }) {
  const { event } = props;
  const { t } = useTranslation('organise');
  const localize = useLocalize();
  const installation = useSignIn(null, 'event:create') !== null;
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((name) => name === search.get('tab')) ?? 'details';
  return (
    <Page title={localize(event.title)}>
      {installation && (
        <Anchor component={Link} to="/organise" size="sm">
          {t('list.title')}
        </Anchor>
      )}
      <Group justify="space-between" mb="lg" gap="md">
        <Title order={1} size="h2">
          <Localized text={event.title} />
        </Title>
        <Button
          component={Link}
          to={`/events/${event.slug}`}
          variant="default"
          size="sm"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('publicPage')}
        </Button>
      </Group>
      {/* All tabs stay mounted, so that going to another one loses nothing that was typed. */}
      <Tabs value={tab} onChange={(next) => setSearch(next ? { tab: next } : {}, { replace: true })}>
        <Tabs.List mb="xl">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} fz="md">
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="details">
          <DetailsTab key={event.version} {...props} onReload={onReload} />
        </Tabs.Panel>
        <Tabs.Panel value="venues">
          <VenuesTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <SessionsTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="greetings" keepMounted={false}>
          <LibraryTab event={props.event} />
        </Tabs.Panel>
        <Tabs.Panel value="people" keepMounted={false}>
          <PeopleTab {...props} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
