import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { IconPlaylistAdd, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../../api/faults';
import { useNotice } from '../../app/use-notice';
import { newId } from '../../api/new-id';
import { templateCues } from './template';
import type { Editing } from './use-editing';

/** Says what a rundown is, and offers a beginning. */
export function EmptyRundown({ editing, onAdd }: { editing: Editing; onAdd: () => void }) {
  const { t } = useTranslation('rundown');
  const words = useFaultWords();
  const notice = useNotice();
  const [filling, setFilling] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const fill = async () => {
    setFilling(true);
    setFault(null);
    let afterCueId: string | null = null;
    try {
      for (const content of templateCues()) {
        const id = newId();
        await editing.add({ id, afterCueId, ...content });
        afterCueId = id;
      }
    } catch (error) {
      setFault(asFault(error));
      setFilling(false);
      // Then this is not shown any more.
      if (afterCueId !== null) notice(t('empty.partly'), 'danger');
    }
  };
  return (
    <Stack p="xl" align="flex-start">
      <Text fw={600} size="lg">
        {t('empty.title')}
      </Text>
      <Text maw="34rem">{t('empty.text')}</Text>
      <Text maw="34rem" c="dimmed">
        {t('empty.without')}
      </Text>
      {fault && (
        <Alert role="alert" color="red">
          {words(fault)}
        </Alert>
      )}
      <Group>
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={onAdd}>
          {t('empty.first')}
        </Button>
        <Button
          variant="default"
          loading={filling}
          leftSection={<IconPlaylistAdd size={20} aria-hidden />}
          onClick={() => void fill()}
        >
          {t('empty.template')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('empty.templateText')}
      </Text>
    </Stack>
  );
}
