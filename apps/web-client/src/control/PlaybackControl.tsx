import { Alert, Button } from '@mantine/core';
import type { ShowStateDto } from '@manyhalls/contracts';
import type { PlaybackStep } from '@manyhalls/contracts/greetings/playback.dto';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { StateMark } from '../app/StateMark';
import { useLive } from '../live/LiveRoom';
import { presentTake } from '../rundown/rundown-state';
import { useRundown } from '../rundown/RundownRoom';
import classes from './PlaybackControl.module.css';

/**
 * The recorded greeting on programme: pausing it holds its cue as well. Of one on standby only what is wrong with it is
 * said, if anything is.
 */
export function PlaybackControl({ show: { playback, programme } }: { show: ShowStateDto }) {
  const { t } = useTranslation(['control', 'rundown']);
  const words = useFaultWords();
  const live = useLive();
  const take = presentTake(useRundown().state);
  const [fault, setFault] = useState<Fault | null>(null);
  if (!playback || playback.state === 'standby' || !take) return null;
  const { state } = playback;
  const onProgramme = programme.feedIds.includes(playback.feedId);
  const step = (step: PlaybackStep) => () => {
    setFault(null);
    live
      .ask('greeting:control', { takeId: take.id, step })
      .catch((error: unknown) => setFault(asFault(error)));
  };
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <section className={classes.playback} aria-label={t('playback.title')}>
      {state === 'slate' ? (
        <Alert role="alert" color="brass" title={t(onProgramme ? 'playback.slate' : 'playback.notReady')}>
          {playback.fault && t(`rundown:trouble.unplayable.${playback.fault}`)}
        </Alert>
      ) : (
        <StateMark
          tone={state === 'playing' ? 'on-air' : 'attention'}
          shape={state === 'playing' ? 'disc' : 'square'}
        >
          {t('playback.title')}: {t(`playback.${state}`)}
        </StateMark>
      )}
      {onProgramme && state === 'playing' && (
        <Button {...button} leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={step('pause')}>
          {t('playback.pause')}
        </Button>
      )}
      {onProgramme && (state === 'paused' || state === 'slate') && (
        <Button {...button} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={step('resume')}>
          {t('playback.resume')}
        </Button>
      )}
      {onProgramme && state !== 'over' && (
        <Button {...button} leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={step('stop')}>
          {t('playback.stop')}
        </Button>
      )}
      {fault && (
        <Alert role="alert" color="red">
          {words(fault)}
        </Alert>
      )}
    </section>
  );
}
