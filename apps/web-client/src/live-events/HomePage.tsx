import { Button, Skeleton, Stack, Title } from '@mantine/core';
import type { LiveEventSummaryDto } from '@manyhalls/contracts';
import { IconCalendarOff, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed, Message } from '../app/Message';
import { TabTitle } from '../app/Page';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { writeDays } from '../i18n/times';
import { useSignIn } from '../sign-in/use-sign-in';
import classes from './HomePage.module.css';
import { listEvents } from './live-events.api';

export function HomePage() {
  const { t } = useTranslation('live-events');
  const { data: events, fault, reload } = useLoaded('events', listEvents);
  const organises = useSignIn(null, 'event:create') !== null;

  if (fault) return <LoadFailed fault={fault} onRetry={reload} />;
  if (events?.length === 0)
    return (
      <Message
        title={t('home.none')}
        icon={<IconCalendarOff size={32} aria-hidden />}
        actions={
          organises && (
            <Button component={Link} to="/organise">
              {t('home.organise')}
            </Button>
          )
        }
      >
        {t('home.noneText')}
      </Message>
    );
  return (
    <>
      <TabTitle title={t('home.title')} />
      <section className={classes.band}>
        <div className={classes.inner}>
          <p className={classes.motto}>{t('home.motto')}</p>
          <Title order={1}>{t('home.title')}</Title>
        </div>
      </section>
      <section className={classes.inner} aria-busy={!events}>
        {events ? (
          <ul className={classes.list}>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </ul>
        ) : (
          <Stack mt="xl">
            <Skeleton height={96} />
            <Skeleton height={96} />
          </Stack>
        )}
        {organises && (
          <Button component={Link} to="/organise" variant="default" mt="xl">
            {t('home.organise')}
          </Button>
        )}
      </section>
    </>
  );
}

function EventRow({ event }: { event: LiveEventSummaryDto }) {
  const language = useLanguage();
  return (
    <li>
      <Link to={`/events/${event.slug}`} className={classes.row}>
        <span className={classes.days}>{writeDays(event.firstDay, event.lastDay, language)}</span>
        <Localized text={event.title} className={classes.title} />
        <IconChevronRight size={22} aria-hidden className={classes.arrow} />
      </Link>
    </li>
  );
}
