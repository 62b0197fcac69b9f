import { useTranslation } from 'react-i18next';
import classes from './RehearsalMark.module.css';

/** Over what only crew and halls see, so that nobody takes it for the real thing. */
export function RehearsalMark() {
  const { t } = useTranslation('show');
  return <p className={classes.mark}>{t('rehearsal')}</p>;
}
