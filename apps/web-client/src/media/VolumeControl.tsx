import { ActionIcon, Slider, Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setMuted, setVolume, useSound } from './sound';
import classes from './VolumeControl.module.css';

/** Mute and volume of everything this device plays. */
export function VolumeControl() {
  const { t } = useTranslation('media');
  const { volume, muted } = useSound();
  const label = t(muted ? 'unmute' : 'mute');
  return (
    <div className={classes.volume}>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          aria-keyshortcuts="m"
          onClick={() => setMuted(!muted)}
        >
          {muted ? <IconVolumeOff size={22} aria-hidden /> : <IconVolume size={22} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <Slider
        className={classes.slider}
        size="sm"
        thumbLabel={t('volume')}
        label={(value) => `${value} %`}
        value={muted ? 0 : Math.round(volume * 100)}
        onChange={(value) => setVolume(value / 100)}
      />
    </div>
  );
}
