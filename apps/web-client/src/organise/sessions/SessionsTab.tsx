import { ActionIcon, Button, Group, Modal, Text, Title } from '@mantine/core';
import type { SessionDto } from '@manyhalls/contracts';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api/use-loaded';
import { Confirm } from '../../app/Confirm';
import { SessionStatusMark } from '../../app/StateMark';
import { useNotice } from '../../app/use-notice';
import { Localized, useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeDay } from '../../i18n/times';
import { SessionTimes } from '../../live-events/SessionTimes';
import { agendaDays } from '../../live-events/agenda-days';
import classes from '../rows.module.css';
import type { TabProps } from '../tab';
import { SessionForm } from './SessionForm';

/** The programme by day. */
export function SessionsTab({ event, api, onChange }: TabProps) {
  const { t } = useTranslation(['organise', 'app']);
  const notice = useNotice();
  const language = useLanguage();
  const localize = useLocalize();
  /** `new`, or the session being edited. */
  const [edited, setEdited] = useState<SessionDto | 'new' | null>(null);
  const [removed, setRemoved] = useState<SessionDto | null>(null);
  // Read when the form opens: people are invited on the tab beside this one.
  const { data: invitations } = useLoaded(`moderators ${edited !== null}`, async (signal) =>
    edited === null ? [] : api.listInvitations(event.id, signal),
  );
  const moderators = (invitations ?? []).filter(
    ({ role, state }) => role === 'moderator' && state !== 'revoked',
  );
  const { sessions } = event;
  const days = agendaDays(sessions, event.venues[0]?.timeZone ?? viewerZone());

  const saved = (session: SessionDto) => {
    const others = sessions.filter(({ id }) => id !== session.id);
    onChange({ ...event, sessions: [...others, session] });
    setEdited(null);
    notice(t('saved'));
  };

  return (
    <>
      <Group justify="space-between" mb="md">
        <Text c="dimmed" maw="40rem">
          {t('sessions.intro')}
        </Text>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('sessions.add')}
        </Button>
      </Group>
      {sessions.length === 0 && <Text className={classes.empty}>{t('sessions.none')}</Text>}
      {days.map(({ day, slots }) => (
        <section key={day}>
          <Title order={2} size="h3" mt="lg" mb="sm">
            {writeDay(day, language)}
          </Title>
          <ul className={classes.rows}>
            {slots
              .flatMap((slot) => slot.sessions)
              .map((session) => (
                <SessionRow
                  key={session.id}
                  event={event}
                  day={day}
                  session={session}
                  onEdit={() => setEdited(session)}
                  onRemove={() => setRemoved(session)}
                />
              ))}
          </ul>
        </section>
      ))}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        size="lg"
        title={t(edited === 'new' ? 'sessions.add' : 'sessions.edit')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        {edited && (
          <SessionForm
            event={event}
            api={api}
            session={edited === 'new' ? null : edited}
            moderators={moderators}
            onSaved={saved}
          />
        )}
      </Modal>
      {removed && (
        <Confirm
          title={t('sessions.removeTitle', { session: localize(removed.title) })}
          action={t('sessions.remove')}
          onClose={() => setRemoved(null)}
          onConfirm={async () => {
            await api.removeSession(event.id, removed.id);
            onChange({ ...event, sessions: sessions.filter(({ id }) => id !== removed.id) });
          }}
          words={(fault) => (fault.code === 'conflict' ? t('sessions.isLive') : undefined)}
        >
          {t(removed.status === 'ended' ? 'sessions.removeEndedText' : 'sessions.removeText')}
        </Confirm>
      )}
    </>
  );
}

interface RowProps {
  event: TabProps['event'];
  day: string;
  session: SessionDto;
  onEdit: () => void;
  onRemove: () => void;
}

function SessionRow({ event, day, session, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation(['organise', 'app']);
  const title = useLocalize()(session.title);
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  const action = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <Localized text={session.title} className={classes.title} />
        <Group gap="md">
          <SessionStatusMark status={session.status} />
          <Text component="span" size="sm" c="dimmed">
            {t(`app:kind.${session.kind}`)}
          </Text>
        </Group>
      </div>
      <SessionTimes session={session} day={day} venues={venues} />
      <div className={classes.deeds}>
        <Button
          component={Link}
          to={`/events/${event.slug}/sessions/${session.id}/control`}
          variant="default"
          size="xs"
        >
          {t(session.status === 'scheduled' ? 'sessions.rundown' : 'sessions.control')}
        </Button>
        <ActionIcon {...action} aria-label={t('sessions.editOne', { session: title })} onClick={onEdit}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon {...action} aria-label={t('sessions.removeOne', { session: title })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
