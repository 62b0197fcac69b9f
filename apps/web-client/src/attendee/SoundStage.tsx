import { IconHeadphones } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SoundStage.module.css';

/** No picture at all. */
export function SoundStage() {
  const { t } = useTranslation('attendee');
  return (
    <div className={classes.place}>
      <div className={classes.sound}>
        <IconHeadphones size={48} stroke={1.2} aria-hidden />
        <p>{t('soundOnly.title')}</p>
        <p className={classes.quiet}>{t('soundOnly.text')}</p>
      </div>
    </div>
  );
}
