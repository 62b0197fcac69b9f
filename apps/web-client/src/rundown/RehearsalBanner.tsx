import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './RehearsalBanner.module.css';

/** Nobody should take a rehearsal for the event, or the event for a rehearsal. */
export function RehearsalBanner() {
  const { t } = useTranslation('rundown');
  return (
    <p role="status" className={classes.banner}>
      <IconUsersGroup size={20} aria-hidden /> {t('rehearsal')}
    </p>
  );
}
