import { Button } from '@mantine/core';
import {
  IconHeadphones,
  IconLayoutBottombar,
  IconLayoutGrid,
  IconMaximize,
  IconMinimize,
} from '@tabler/icons-react';
import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VolumeControl } from '../media/VolumeControl';
import { SubtitlesControl } from '../playback/SubtitlesControl';
import classes from './StageControls.module.css';
import type { ViewChoice } from './view-choice';

interface StageControlsProps {
  choice: ViewChoice;
  onChoose: (choice: Partial<ViewChoice>) => void;
  playback: GreetingPlaybackDto | null;
  /** `null` where the browser cannot. */
  fullscreen: { on: boolean; toggle: () => void } | null;
  /** What else belongs beside them. */
  children: ReactNode;
}

/** What a viewer may change about picture and sound. */
export function StageControls({
  choice: { layout, soundOnly },
  playback,
  onChoose,
  fullscreen,
  children,
}: StageControlsProps) {
  const { t } = useTranslation('attendee');
  return (
    <div className={classes.controls} role="group" aria-label={t('controls.label')}>
      <VolumeControl />
      <div className={classes.right}>
        {children}
        <Toggle
          icon={<IconHeadphones size={20} aria-hidden />}
          label={t('controls.soundOnly')}
          shortcut="a"
          pressed={soundOnly}
          onClick={() => onChoose({ soundOnly: !soundOnly })}
        />
        {!soundOnly && layout !== 'programme' && (
          <Toggle
            icon={<IconLayoutBottombar size={20} aria-hidden />}
            label={t('controls.toProgramme')}
            shortcut="p"
            onClick={() => onChoose({ layout: 'programme', large: null })}
          />
        )}
        {!soundOnly && layout !== 'all-equal' && (
          <Toggle
            icon={<IconLayoutGrid size={20} aria-hidden />}
            label={t('controls.allEqual')}
            shortcut="g"
            onClick={() => onChoose({ layout: 'all-equal' })}
          />
        )}
        {playback && <SubtitlesControl playback={playback} />}
        {fullscreen && (
          <Toggle
            icon={
              fullscreen.on ? <IconMinimize size={20} aria-hidden /> : <IconMaximize size={20} aria-hidden />
            }
            label={t(fullscreen.on ? 'controls.leaveFullScreen' : 'controls.fullScreen')}
            shortcut="f"
            onClick={fullscreen.toggle}
          />
        )}
      </div>
    </div>
  );
}

function Toggle({
  icon,
  label,
  shortcut,
  pressed,
  onClick,
}: {
  icon: ReactNode;
  label: string;
  shortcut: string;
  pressed?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? undefined : 'gray'}
      size="sm"
      px="xs"
      className={classes.toggle}
      leftSection={icon}
      title={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
