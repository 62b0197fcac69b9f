import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault, useFaultWords } from '../api/faults';

/** Asks before something that cannot be taken back. It stays open, saying why, when it could not be done. */
export function Confirm({
  title,
  children,
  action,
  onConfirm,
  onClose,
  words,
}: {
  title: string;
  children: ReactNode;
  /** What the button says: the deed itself, never "OK". */
  action: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** Better words for a fault than its code has in general. */
  words?: (fault: Fault) => string | undefined;
}) {
  const { t } = useTranslation();
  const general = useFaultWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const confirm = async () => {
    setRunning(true);
    setFault(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFault(asFault(error));
      setRunning(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text component="div">{children}</Text>
      {fault && (
        <Text role="alert" c="var(--mantine-color-error)" mt="md">
          {words?.(fault) ?? general(fault)}
        </Text>
      )}
      <Group justify="flex-end" mt="xl">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" loading={running} onClick={() => void confirm()}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
