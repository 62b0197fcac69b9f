import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../exports/ExportMenu';
import type { LivePageContent } from '../live/LivePage';

/** Questions and chat of the session with their history, and its polls, to take away. */
export function DeskExports({ content }: { content: LivePageContent }) {
  const { t } = useTranslation('moderate');
  const files = (['questions', 'chat', 'polls'] as const).flatMap((kind) =>
    ['CSV', 'JSON'].map((format) => [`${kind}.${format.toLowerCase()}`, t(`export.${kind}`, { format })]),
  );
  return (
    <ExportMenu content={content} files={Object.fromEntries(files) as Record<string, string>}>
      <Button size="compact-sm" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
        {t('export.title')}
      </Button>
    </ExportMenu>
  );
}
