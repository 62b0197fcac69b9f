import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@mantine/core';
import classes from './ChatTabs.module.css';

/** So many that the exact figure says nothing. */
const many = 99;

/** How many are waiting to be read; nothing when there are none. */
export function UnreadCount({ count }: { count: number }) {
  const { t } = useTranslation('chat');
  if (count === 0) return null;
  return (
    <span className={classes.unread}>
      <span aria-hidden>{count > many ? `${many}+` : count}</span>
      <VisuallyHidden>{t('unread', { count })}</VisuallyHidden>
    </span>
  );
}
