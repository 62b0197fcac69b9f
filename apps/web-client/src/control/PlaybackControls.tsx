import { Alert, Button } from '@mantine/core';
import type { GreetingPlaybackDto, ShowStateDto } from '@manyhalls/contracts';
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
import classes from './PlaybackControls.module.css';

/** The recorded greeting on programme, and what is wrong with the one on standby. */
export function PlaybackControls({ show: { playback, standbyPlayback } }: { show: ShowStateDto }) {
  const { t } = useTranslation('control');
  return (
    <>
      {playback && <PlaybackControl playback={playback} />}
      {standbyPlayback?.state === 'slate' && (
        <Alert role="alert" color="brass" className={classes.trouble} title={t('playback.notReady')}>
          <FaultWords playback={standbyPlayback} />
        </Alert>
      )}
    </>
  );
}

/** Pausing a greeting holds its cue as well. */
function PlaybackControl({ playback }: { playback: GreetingPlaybackDto }) {
  const { t } = useTranslation('control');
  const words = useFaultWords();
  const live = useLive();
  const take = presentTake(useRundown().state);
  const [fault, setFault] = useState<Fault | null>(null);
  const { state } = playback;
  if (!take || state === 'standby') return null;
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
        <Alert role="alert" color="brass" title={t('playback.slate')}>
          <FaultWords playback={playback} />
        </Alert>
      ) : (
        <StateMark
          tone={state === 'playing' ? 'on-air' : 'attention'}
          shape={state === 'playing' ? 'disc' : 'square'}
        >
          {t('playback.title')}: {t(`playback.${state}`)}
        </StateMark>
      )}
      {state === 'playing' && (
        <Button {...button} leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={step('pause')}>
          {t('playback.pause')}
        </Button>
      )}
      {(state === 'paused' || state === 'slate') && (
        <Button {...button} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={step('resume')}>
          {t('playback.resume')}
        </Button>
      )}
      {state !== 'over' && (
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

function FaultWords({ playback: { fault } }: { playback: GreetingPlaybackDto }) {
  const { t } = useTranslation('rundown');
  return fault && t(`trouble.unplayable.${fault}`);
}
