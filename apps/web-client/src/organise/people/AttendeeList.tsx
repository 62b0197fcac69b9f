import { Button, Group, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ParticipantDto } from '@manyhalls/contracts';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api/use-loaded';
import { Confirm } from '../../app/Confirm';
import { useNotice } from '../../app/use-notice';
import { RetryLine } from '../RetryLine';
import classes from '../rows.module.css';
import type { TabProps } from '../tab';
import { AttendeeRow } from './AttendeeRow';

/** As many as the server gives at once. */
const pageSize = 100;

export function AttendeeList({ event, api }: Pick<TabProps, 'event' | 'api'>) {
  const { t } = useTranslation('organise');
  const notice = useNotice();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const [offset, setOffset] = useState(0);
  const [asked, setAsked] = useState<ParticipantDto | null>(null);
  const {
    data: page,
    fault,
    reload,
  } = useLoaded(`${search} ${offset}`, (signal) => api.listAttendees(event.id, search, offset, signal));

  const revoke = async ({ id, displayName }: ParticipantDto) => {
    await api.revokeParticipant(event.id, id);
    reload();
    notice(t('people.revoked', { name: displayName }));
  };
  return (
    <section>
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('people.attendees')}</Title>
        <TextInput
          type="search"
          w="min(100%, 20rem)"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setOffset(0);
          }}
        />
      </Group>
      {fault && <RetryLine fault={fault} onRetry={reload} />}
      {!page && !fault && <Skeleton height={80} />}
      {page && (
        <Text role="status" size="sm" c="dimmed" mb="xs">
          {t('people.count', { count: page.total })}
        </Text>
      )}
      {page && page.people.length === 0 && (
        <Text className={classes.empty}>{t(search ? 'people.nobodyFound' : 'people.noAttendees')}</Text>
      )}
      {page && page.people.length > 0 && (
        <ul className={classes.rows}>
          {page.people.map((person) => (
            <AttendeeRow key={person.id} person={person} onRevoke={() => setAsked(person)} />
          ))}
        </ul>
      )}
      {page && page.total > pageSize && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - pageSize))}
          >
            {t('people.earlier')}
          </Button>
          <Button
            variant="default"
            disabled={offset + pageSize >= page.total}
            onClick={() => setOffset(offset + pageSize)}
          >
            {t('people.later')}
          </Button>
        </Group>
      )}
      {asked && (
        <Confirm
          title={t('people.revokeTitle', { name: asked.displayName })}
          action={t('people.revoke')}
          onClose={() => setAsked(null)}
          onConfirm={() => revoke(asked)}
        >
          {t('people.revokeAttendeeText')}
        </Confirm>
      )}
    </section>
  );
}
