import { Button, Group, Modal, Text } from '@mantine/core';
import type { VenueDto } from '@manyhalls/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../../api/faults';
import { Confirm } from '../../app/Confirm';
import { useNotice } from '../../app/use-notice';
import { useLocalize } from '../../i18n/Localized';
import { moved } from '../moved';
import type { TabProps } from '../tab';
import classes from '../rows.module.css';
import { VenueForm } from './VenueForm';
import { VenueRow } from './VenueRow';

/** The halls in protocol order. */
export function VenuesTab({ event, api, onChange }: TabProps) {
  const { t } = useTranslation(['organise', 'app']);
  const notice = useNotice();
  const localize = useLocalize();
  const words = useFaultWords();
  /** `new`, or the hall being edited. */
  const [edited, setEdited] = useState<VenueDto | 'new' | null>(null);
  const [removed, setRemoved] = useState<VenueDto | null>(null);
  const { venues } = event;

  const saved = (venue: VenueDto) => {
    const others = venues.filter(({ id }) => id !== venue.id);
    onChange({ ...event, venues: [...others, venue].sort((a, b) => a.position - b.position) });
    setEdited(null);
    notice(t('saved'));
  };
  const move = async (index: number, by: number) => {
    const order = moved(venues, index, by);
    onChange({ ...event, venues: order });
    try {
      const numbered = order.map((venue, place) => ({ venue, position: place + 1 }));
      const misplaced = numbered.filter(({ venue, position }) => venue.position !== position);
      await Promise.all(
        misplaced.map(({ venue, position }) => api.updateVenue(event.id, venue.id, { position })),
      );
      onChange({ ...event, venues: numbered.map(({ venue, position }) => ({ ...venue, position })) });
    } catch (error) {
      onChange(event);
      notice(words(asFault(error)), 'danger');
    }
  };

  return (
    <>
      <Group justify="space-between" mb="md">
        <Text c="dimmed" maw="40rem">
          {t('venues.intro')}
        </Text>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('venues.add')}
        </Button>
      </Group>
      {venues.length === 0 ? (
        <Text className={classes.empty}>{t('venues.none')}</Text>
      ) : (
        <ol className={classes.rows}>
          {venues.map((venue, index) => (
            <VenueRow
              key={venue.id}
              venue={venue}
              first={index === 0}
              last={index === venues.length - 1}
              onMove={(by) => void move(index, by)}
              onEdit={() => setEdited(venue)}
              onRemove={() => setRemoved(venue)}
            />
          ))}
        </ol>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        size="lg"
        title={t(edited === 'new' ? 'venues.add' : 'venues.edit')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        {edited && (
          <VenueForm event={event} api={api} venue={edited === 'new' ? null : edited} onSaved={saved} />
        )}
      </Modal>
      {removed && (
        <Confirm
          title={t('venues.removeTitle', { city: localize(removed.city) })}
          action={t('venues.remove')}
          onClose={() => setRemoved(null)}
          onConfirm={async () => {
            await api.removeVenue(event.id, removed.id);
            onChange({ ...event, venues: venues.filter(({ id }) => id !== removed.id) });
          }}
          words={(fault) => (fault.code === 'conflict' ? t('venues.inUse') : undefined)}
        >
          {t('venues.removeText')}
        </Confirm>
      )}
    </>
  );
}
