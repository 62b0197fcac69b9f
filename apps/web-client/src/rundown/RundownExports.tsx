import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { useNotice } from '../app/use-notice';
import type { LivePageContent } from '../live/LivePage';
import { saveExport } from '../moderate/save-export';

const files = { rundown: 'rundown.csv', changes: 'rundown-changes.csv' } as const;

/** The plan with what became of it, and who changed what of it, to take away. */
export function RundownExports({
  content: { event, session, signIn },
}: {
  content: Pick<LivePageContent, 'event' | 'session' | 'signIn'>;
}) {
  const { t } = useTranslation('rundown');
  const notice = useNotice();
  const words = useFaultWords();
  const save = (file: string) =>
    void saveExport(signIn.signInId, `events/${event.id}/sessions/${session.id}/${file}`, file).catch(
      (error: unknown) => notice(words(asFault(error)), 'danger'),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('export.title')}>
          <ActionIcon size="lg" variant="default" aria-label={t('export.title')}>
            <IconFileSpreadsheet size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {(['rundown', 'changes'] as const).map((kind) => (
          <Menu.Item key={kind} onClick={() => save(files[kind])}>
            {t(`export.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
