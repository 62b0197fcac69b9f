import { Text, Title } from '@mantine/core';
import type { OfficeGreetingDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { IconMailOff } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLoaded } from '../../api/use-loaded';
import { LoadFailed, Message } from '../../app/Message';
import { PageSkeleton } from '../../app/Opening';
import { Page } from '../../app/Page';
import { Localized } from '../../i18n/Localized';
import { suggestLanguage, useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import { FileCard } from './FileCard';
import { Instructions } from './Instructions';
import classes from './OfficePage.module.css';
import { openLink, readGreeting } from './office.api';

/** Faults that trying again does not mend. */
const final = ['not-found', 'revoked', 'bad-request', 'not-signed-in'];
/** While the server works on the file, and otherwise: in milliseconds. */
const often = 2_000;
const rarely = 15_000;

/** Behind the private link of an office that was asked for a recorded greeting. Nobody signs in here. */
export function OfficePage() {
  const { t } = useTranslation('greetings');
  const secret = useLocation().hash.slice(1);
  const opened = useLoaded(secret, async (signal) => {
    if (!secret) throw new Fault('not-found', 'The link has no secret.');
    return openLink(secret, signal);
  });
  const id = opened.data?.id;
  const { data, fault, reload } = useLoaded(id ?? '', async (signal) =>
    id ? readGreeting(id, signal) : null,
  );
  const greeting = data ?? opened.data;

  useEffect(() => {
    if (opened.data) suggestLanguage(opened.data.language);
  }, [opened.data]);
  const busy = greeting?.state === 'uploaded' || greeting?.state === 'processing';
  const tick = useEffectEvent(reload);
  useEffect(() => {
    const timer = setInterval(() => tick(), busy ? often : rarely);
    return () => clearInterval(timer);
  }, [busy]);

  const over = [opened.fault, fault].find((one) => one && final.includes(one.code));
  if (over)
    return (
      <Message title={t('office.invalid')} icon={<IconMailOff size={32} aria-hidden />}>
        <span role="alert">{t(`office.${whyNot(over)}`)}</span>
      </Message>
    );
  if (opened.fault) return <LoadFailed fault={opened.fault} onRetry={opened.reload} />;
  return greeting ? <Office greeting={greeting} onChange={reload} /> : <PageSkeleton />;
}

function whyNot({ code, details }: Fault) {
  if (code !== 'revoked') return 'invalidText';
  return details?.state === 'expired' ? 'expired' : 'revoked';
}

function Office({ greeting, onChange }: { greeting: OfficeGreetingDto; onChange: () => void }) {
  const { t } = useTranslation('greetings');
  const { speaker } = greeting;
  return (
    <Page title={t('office.title')} narrow>
      <header className={classes.head}>
        <Text c="dimmed">
          <Localized text={greeting.eventTitle} />
        </Text>
        <Title order={1}>{t('office.title')}</Title>
        <p className={classes.speaker}>
          <Localized text={speaker.name} className={classes.name} />
          {speaker.title && <Localized text={speaker.title} />}
          {speaker.institution && <Localized text={speaker.institution} />}
        </p>
        <Deadline greeting={greeting} />
      </header>
      <FileCard greeting={greeting} onChange={onChange} />
      <Instructions greeting={greeting} />
    </Page>
  );
}

/** On the clock of the event's first hall and, where it reads differently, on the reader's own. */
function Deadline({ greeting: { expiresAt, timeZone } }: { greeting: OfficeGreetingDto }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const at = (zone: string) => ({
    moment: writeMoment(new Date(expiresAt), zone, language),
    zone: zone.replaceAll('_', ' '),
  });
  const own = at(viewerZone());
  const hall = timeZone ? at(timeZone) : own;
  return (
    <p className={classes.deadline}>
      {t('office.deadline', hall)}
      {own.moment !== hall.moment && <span>{t('office.deadlineHere', own)}</span>}
    </p>
  );
}
