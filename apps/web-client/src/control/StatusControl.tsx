import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { nextStatuses } from '@manyhalls/domain';
import type { SessionStatus, ShowStateDto } from '@manyhalls/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault, useFaultWords } from '../api/faults';
import { useAnnouncedChange } from '../live/Announcer';
import { useLive } from '../live/LiveRoom';
import { changeStatus, type ShowControl } from './change-status';

/** Rehearse, start, end; ending is asked about once more. */
export function StatusControl({ show }: { show: ShowStateDto }) {
  const { t } = useTranslation('control');
  const { t: tApp } = useTranslation();
  const words = useFaultWords();
  const live = useLive();
  const [ending, setEnding] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  useAnnouncedChange(t('status.announced', { status: tApp(`status.${show.status}`) }));

  const control: ShowControl = {
    change: (request) => live.ask('session:change-status', request),
    read: () => live.ask('show:read', {}),
    learn: (told) => live.learn(told),
  };
  const take = async (status: SessionStatus) => {
    setEnding(false);
    setBusy(true);
    setFault(null);
    await changeStatus(control, show, status).catch((error: unknown) => setFault(asFault(error)));
    setBusy(false);
  };

  return (
    <section aria-label={t('status.title')}>
      <Group gap="xs" wrap="nowrap">
        {nextStatuses(show.status).map((status) => (
          <Button
            key={status}
            size="sm"
            title={t(`status.hint.${show.status}`)}
            loading={busy}
            variant={status === 'live' ? 'filled' : status === 'ended' ? 'outline' : 'default'}
            color={status === 'live' ? 'red.6' : 'red'}
            onClick={() => (status === 'ended' ? setEnding(true) : void take(status))}
          >
            {t(show.status === 'ended' ? 'status.reopen' : `status.to.${status}`)}
          </Button>
        ))}
      </Group>
      {fault && (
        <Alert color="brass" role="alert" mt="xs">
          {fault.code === 'conflict'
            ? t('status.conflict', { status: tApp(`status.${show.status}`) })
            : words(fault)}
        </Alert>
      )}
      <Modal
        opened={ending}
        onClose={() => setEnding(false)}
        title={t('status.endTitle')}
        closeButtonProps={{ 'aria-label': tApp('close') }}
      >
        <Text>{t('status.endText')}</Text>
        <Group justify="end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setEnding(false)}>
            {tApp('cancel')}
          </Button>
          <Button color="red.6" onClick={() => void take('ended')}>
            {t('status.to.ended')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}
