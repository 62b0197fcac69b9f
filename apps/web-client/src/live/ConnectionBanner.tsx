import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ConnectionBanner.module.css';
import { useTrouble } from './use-trouble';

/** Says that the connection, or only picture and sound, are gone and coming back by themselves. */
export function ConnectionBanner() {
  const { t } = useTranslation('live');
  const trouble = useTrouble();
  return (
    // The region is there before it is filled, so that it is read out.
    <div role="status">
      {trouble && (
        <p className={classes.banner}>
          <IconPlugConnectedX size={18} aria-hidden />
          {t(trouble)}
        </p>
      )}
    </div>
  );
}
