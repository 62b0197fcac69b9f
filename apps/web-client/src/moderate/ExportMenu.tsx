import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { useNotice } from '../app/use-notice';
import { saveExport } from './save-export';

const files = [
  'questions.csv',
  'questions.json',
  'chat.csv',
  'chat.json',
  'polls.csv',
  'polls.json',
] as const;

const kindOf = (file: (typeof files)[number]) =>
  file.startsWith('chat') ? 'chat' : file.startsWith('polls') ? 'polls' : 'questions';

/** Questions and chat of the session with their history, and its polls, to take away. */
export function ExportMenu({
  eventId,
  sessionId,
  signInId,
}: {
  eventId: string;
  sessionId: string;
  signInId: string;
}) {
  const { t } = useTranslation('moderate');
  const notice = useNotice();
  const words = useFaultWords();
  const save = (file: string) =>
    void saveExport(signInId, `events/${eventId}/sessions/${sessionId}/${file}`, file).catch(
      (error: unknown) => notice(words(asFault(error)), 'danger'),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map((file) => (
          <Menu.Item key={file} onClick={() => save(file)}>
            {t(`export.${kindOf(file)}`, {
              format: file.endsWith('csv') ? 'CSV' : 'JSON',
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
