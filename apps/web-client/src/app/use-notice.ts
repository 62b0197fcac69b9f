import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Says in passing that something was done, or, as `danger`, that it was not. */
export function useNotice(): (message: string, tone?: 'danger') => void {
  const { t } = useTranslation();
  return (message, tone) =>
    notifications.show({
      message,
      ...(tone === 'danger' && { color: 'red' }),
      closeButtonProps: { 'aria-label': t('close') },
    });
}
