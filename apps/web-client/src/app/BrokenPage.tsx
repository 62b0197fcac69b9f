import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Message } from './Message';
import { mainId } from './focus';
import { Look } from './Look';

/**
 * Shown instead of a page whose code failed, or could not be fetched after a new version was installed.
 * It may stand in for the root itself, so it brings its own theme.
 */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Look>
      <main id={mainId} tabIndex={-1}>
        <Message
          title={t('broken.title')}
          icon={<IconAlertTriangle size={32} aria-hidden />}
          actions={<Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>}
        >
          {t('broken.text')}
        </Message>
      </main>
    </Look>
  );
}
