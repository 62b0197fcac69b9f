import { Button, Text, Title } from '@mantine/core';
import type { InvitationPreviewDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { IconMailOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { asFault, useFaultWords } from '../api/faults';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed, Message } from '../app/Message';
import { PageSkeleton } from '../app/Opening';
import { Page } from '../app/Page';
import { Localized } from '../i18n/Localized';
import { suggestLanguage } from '../i18n/language';
import { readEvent } from '../live-events/live-events.api';
import { firstPage } from '../live-events/role-page';
import { takeUpSignIn } from '../sign-in/tickets';
import classes from './InvitePage.module.css';
import { previewInvitation, redeemInvitation } from './invitations.api';

/** Faults that trying again does not mend. */
const final = ['not-found', 'revoked', 'bad-request'];

/** Behind an invitation link. Opening it shows what it is; only the button accepts it. */
export function InvitePage() {
  const { t } = useTranslation('invitations');
  const secret = useLocation().hash.slice(1);
  const {
    data: preview,
    fault,
    reload,
  } = useLoaded(secret, async (signal) => {
    if (!secret) throw new Fault('not-found', 'The link has no secret.');
    return previewInvitation(secret, signal);
  });

  useEffect(() => {
    if (preview) suggestLanguage(preview.language);
  }, [preview]);

  if (fault && final.includes(fault.code))
    return (
      <Message title={t('invalid')} icon={<IconMailOff size={32} aria-hidden />}>
        <span role="alert">{t(whyNot(fault))}</span>
      </Message>
    );
  if (fault) return <LoadFailed fault={fault} onRetry={reload} />;
  return preview ? <Invitation secret={secret} preview={preview} /> : <PageSkeleton />;
}

function whyNot({ code, details }: Fault) {
  if (code !== 'revoked') return 'invalidText';
  return details?.state === 'expired' ? 'expired' : 'revoked';
}

function Invitation({ secret, preview }: { secret: string; preview: InvitationPreviewDto }) {
  const { t } = useTranslation(['invitations', 'app']);
  const words = useFaultWords();
  const navigate = useNavigate();
  const [accepting, setAccepting] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const accept = async () => {
    setAccepting(true);
    setFault(null);
    try {
      const signIn = takeUpSignIn(await redeemInvitation(secret));
      const event = signIn.eventSlug ? await readEvent(signIn.eventSlug).catch(() => null) : null;
      const fallback = signIn.eventSlug ? `/events/${signIn.eventSlug}` : '/organise';
      await navigate(event ? firstPage(signIn, event, new Date()) : fallback, { replace: true });
    } catch (error) {
      setFault(asFault(error));
      setAccepting(false);
    }
  };

  return (
    <Page title={t('title')} narrow>
      <article className={classes.card}>
        <Text c="dimmed">{t('to', { name: preview.displayName })}</Text>
        <Title order={1} size="h2" mt={4}>
          {preview.eventTitle ? <Localized text={preview.eventTitle} /> : t('installation')}
        </Title>
        <dl className={classes.facts}>
          <div>
            <dt>{t('role')}</dt>
            <dd>{t(`app:roles.${preview.role}`)}</dd>
          </div>
          {preview.venueCity && (
            <div>
              <dt>{t('hall')}</dt>
              <dd>
                <Localized text={preview.venueCity} />
              </dd>
            </div>
          )}
        </dl>
        <Text mb="lg">{t('explain')}</Text>
        {fault && (
          <Text role="alert" c="var(--mantine-color-error)" mb="md">
            {words(fault)}
          </Text>
        )}
        <Button size="lg" loading={accepting} onClick={() => void accept()}>
          {t('accept')}
        </Button>
      </article>
    </Page>
  );
}
