import { Button, Group, Modal, Skeleton, Text, Title } from '@mantine/core';
import type { InvitationDto, InvitationLinkDto } from '@manyhalls/contracts';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api/use-loaded';
import { Confirm } from '../../app/Confirm';
import { useNotice } from '../../app/use-notice';
import { RetryLine } from '../RetryLine';
import classes from '../rows.module.css';
import type { TabProps } from '../tab';
import { InvitationForm } from './InvitationForm';
import { InvitationRow } from './InvitationRow';
import { LinkOnce } from './LinkOnce';

type Asked = { deed: 'revoke' | 'replace'; invitation: InvitationDto };

export function InvitationList({ event, api }: Pick<TabProps, 'event' | 'api'>) {
  const { t } = useTranslation(['organise', 'app']);
  const notice = useNotice();
  const {
    data: invitations,
    fault,
    reload,
  } = useLoaded(event.id, (signal) => api.listInvitations(event.id, signal));
  /** `form`, or the link just made. */
  const [open, setOpen] = useState<'form' | InvitationLinkDto | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  const made = (link: InvitationLinkDto) => {
    setOpen(link);
    reload();
  };
  const revoke = async (invitation: InvitationDto) => {
    await api.revokeInvitation(event.id, invitation.id);
    reload();
    notice(t('people.revoked', { name: invitation.displayName }));
  };

  return (
    <section>
      <Group justify="space-between" mb="md">
        <div>
          <Title order={2}>{t('people.invitations')}</Title>
          <Text c="dimmed" maw="40rem">
            {t('people.invitationsIntro')}
          </Text>
        </div>
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpen('form')}>
          {t('people.invite')}
        </Button>
      </Group>
      {fault && <RetryLine fault={fault} onRetry={reload} />}
      {!invitations && !fault && <Skeleton height={80} />}
      {invitations?.length === 0 && <Text className={classes.empty}>{t('people.noInvitations')}</Text>}
      {invitations && invitations.length > 0 && (
        <ul className={classes.rows}>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              venue={event.venues.find(({ id }) => id === invitation.venueId) ?? null}
              onReplace={() => setAsked({ deed: 'replace', invitation })}
              onRevoke={() => setAsked({ deed: 'revoke', invitation })}
            />
          ))}
        </ul>
      )}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        size="lg"
        title={t(open === 'form' ? 'people.invite' : 'people.linkTitle')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        {open === 'form' && <InvitationForm event={event} api={api} onInvited={made} />}
        {open !== null && open !== 'form' && (
          <LinkOnce made={open} onAnother={() => setOpen('form')} onDone={() => setOpen(null)} />
        )}
      </Modal>
      {asked?.deed === 'revoke' && (
        <Confirm
          title={t('people.revokeTitle', { name: asked.invitation.displayName })}
          action={t('people.revoke')}
          onClose={() => setAsked(null)}
          onConfirm={() => revoke(asked.invitation)}
        >
          {t('people.revokeText')}
        </Confirm>
      )}
      {asked?.deed === 'replace' && (
        <Confirm
          title={t('people.replaceTitle', { name: asked.invitation.displayName })}
          action={t('people.replace')}
          onClose={() => setAsked(null)}
          onConfirm={async () => made(await api.replaceLink(event.id, asked.invitation.id))}
        >
          {t('people.replaceText')}
        </Confirm>
      )}
    </section>
  );
}
