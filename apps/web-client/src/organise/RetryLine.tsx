import { Button, Group, Text } from '@mantine/core';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';

/** A part of a page that could not be loaded. */
export function RetryLine({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const { t } = useTranslation();
  const words = useFaultWords();
  return (
    <Group role="alert" mb="md">
      <Text c="var(--mantine-color-error)">{words(fault)}</Text>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </Group>
  );
}
