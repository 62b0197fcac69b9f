import { Button } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { turnOnSound, useSound } from './sound';
import classes from './SoundGate.module.css';

/** One large button over the picture where the browser holds sound back until the person asks for it. */
export function SoundGate() {
  const { t } = useTranslation('media');
  const blocked = useSound((sound) => sound.blocked);
  if (!blocked) return null;
  return (
    <div className={classes.gate}>
      <Button
        size="xl"
        color="brass.3"
        leftSection={<IconVolume size={28} aria-hidden />}
        onClick={turnOnSound}
      >
        {t('turnOnSound')}
      </Button>
    </div>
  );
}
