import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault, useFaultWords } from '../../api/faults';
import { useNotice } from '../../app/use-notice';
import { useLocalize } from '../../i18n/Localized';
import type { Editing } from './use-editing';

/** What was removed, as long as it can be brought back; and why a change was refused. */
export function EditingNotices({ editing }: { editing: Editing }) {
  const { t } = useTranslation('rundown');
  const localize = useLocalize();
  const general = useFaultWords();
  const notice = useNotice();
  const { removed, fault } = editing;
  const words = (refusal: Fault) => {
    const { changedBy: name, onProgramme } = refusal.details ?? {};
    if (onProgramme) return t('trouble.onProgramme');
    return typeof name === 'string' ? t('trouble.changed', { name }) : general(refusal);
  };
  return (
    <>
      {fault && (
        <Alert
          role="alert"
          color="brass"
          withCloseButton
          closeButtonLabel={t('trouble.close')}
          onClose={editing.forget}
        >
          {words(fault)}
        </Alert>
      )}
      {removed && (
        <Group role="status" gap="sm" px="md" py={6}>
          {t('removed', { title: localize(removed.title) })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              void editing
                .restore(removed.id)
                .catch((error: unknown) => notice(general(asFault(error)), 'danger'))
            }
          >
            {t('undo')}
          </Button>
        </Group>
      )}
    </>
  );
}
