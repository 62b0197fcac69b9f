import { Anchor, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoaded } from '../../api/use-loaded';
import { LoadFailed } from '../../app/Message';
import { NotFoundPage } from '../../app/NotFoundPage';
import { PageSkeleton } from '../../app/Opening';
import { Page } from '../../app/Page';
import { Localized } from '../../i18n/Localized';
import { readEvent } from '../../live-events/live-events.api';
import { RequireSignIn } from '../../sign-in/RequireSignIn';
import { Library } from './Library';

/** The greetings of an event, for show callers too, who do not set events up. */
export function LibraryPage() {
  const { t } = useTranslation('greetings');
  const { slug = '' } = useParams();
  const { data: event, fault, reload } = useLoaded(slug, (signal) => readEvent(slug, signal));
  if (fault?.code === 'not-found') return <NotFoundPage />;
  if (fault && !event) return <LoadFailed fault={fault} onRetry={reload} />;
  return (
    <RequireSignIn slug={slug} permission="greeting:manage">
      {({ signInId }) =>
        event ? (
          <Page title={t('library.title')}>
            <Anchor component={Link} to={`/events/${slug}`} size="sm">
              <Localized text={event.title} />
            </Anchor>
            <Title order={1} size="h2" mb="lg">
              {t('library.title')}
            </Title>
            <Library key={signInId} event={event} signInId={signInId} />
          </Page>
        ) : (
          <PageSkeleton />
        )
      }
    </RequireSignIn>
  );
}
