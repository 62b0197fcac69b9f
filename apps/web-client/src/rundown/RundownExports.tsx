import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../exports/ExportMenu';
import type { LivePageContent } from '../live/LivePage';

/** The plan with what became of it, and who changed what of it, to take away. */
export function RundownExports({ content }: { content: LivePageContent }) {
  const { t } = useTranslation('rundown');
  const files = { 'rundown.csv': t('export.rundown'), 'rundown-changes.csv': t('export.changes') };
  return (
    <ExportMenu content={content} files={files}>
      <Tooltip label={t('export.title')}>
        <ActionIcon size="lg" variant="default" aria-label={t('export.title')}>
          <IconFileSpreadsheet size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </ExportMenu>
  );
}
