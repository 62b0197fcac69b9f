import { Alert, Button, Group, Text } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconVideo } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OwnHandDto } from '@manyhalls/contracts';
import { StateMark } from '../app/StateMark';
import { CaptureProblems } from '../hall/CaptureProblems';
import { useAnnouncedChange } from '../live/Announcer';
import { useLiveState } from '../live/LiveRoom';
import { TakeClock } from '../show/TakeClock';
import classes from './SpeakerPanel.module.css';
import { SpeakerPicture } from './SpeakerPicture';
import type { OwnHand } from './use-own-hand';
import { useHandFault } from './use-hand-fault';
import { useSpeaker } from './use-speaker';

/** A speaker's turn, from the invitation to the end: nothing is sent before the person agrees. */
export function SpeakerPanel({ own, hand }: { own: OwnHand; hand: OwnHandDto }) {
  const { t } = useTranslation(['hands', 'hall']);
  const words = useHandFault();
  const speaker = useSpeaker(hand.id);
  const { capture, camera } = speaker;
  const { tracks, opening } = useStore(capture.store);
  const take = useLiveState(({ show }) => show?.take ?? null);
  const onProgramme = hand.state === 'on-programme';
  const standing = onProgramme ? 'onProgramme' : camera ? 'greenRoom' : 'invited';
  useAnnouncedChange(t(`speaker.${standing}.text`));
  // In full screen this panel could not be seen.
  useEffect(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
  }, []);
  const muted = camera?.muted.audio ?? false;
  const fault = own.fault ?? speaker.fault;
  const ready = tracks.audio ?? tracks.video;
  return (
    <section className={classes.panel} data-standing={standing} aria-label={t('speaker.title')}>
      {ready && <SpeakerPicture picture={tracks.video} sound={muted ? undefined : tracks.audio} />}
      <div className={classes.words}>
        <p className={classes.standing}>
          <StateMark tone={onProgramme ? 'on-air' : 'attention'} shape={onProgramme ? 'disc' : 'diamond'}>
            {t(`speaker.${standing}.title`)}
          </StateMark>
        </p>
        <Text size="sm">{t(`speaker.${standing}.text`)}</Text>
        {onProgramme && take && (
          <section className={classes.clock} aria-label={t('hall:cue.clock')}>
            <TakeClock take={take} />
          </section>
        )}
        <CaptureProblems capture={capture} />
        {fault && (
          <Alert role="alert" color="brass">
            {fault === speaker.taken ? t('fault.elsewhere') : words(fault)}
          </Alert>
        )}
        <Group gap="sm">
          {!ready && (
            <Button
              loading={opening}
              leftSection={<IconVideo size={20} aria-hidden />}
              onClick={() => void capture.open()}
            >
              {t('speaker.open')}
            </Button>
          )}
          {ready && !camera && (
            <Button loading={speaker.busy} onClick={speaker.enterGreenRoom}>
              {t('speaker.enter')}
            </Button>
          )}
          {camera && (
            <Button
              variant={muted ? 'filled' : 'default'}
              color={muted ? 'brass.3' : undefined}
              aria-pressed={muted}
              leftSection={
                muted ? <IconMicrophoneOff size={20} aria-hidden /> : <IconMicrophone size={20} aria-hidden />
              }
              onClick={() => speaker.setMuted(!muted)}
            >
              {t('speaker.mute')}
            </Button>
          )}
          <Button variant="default" loading={own.busy} onClick={() => void own.lower()}>
            {t(camera ? 'speaker.leave' : 'speaker.decline')}
          </Button>
        </Group>
      </div>
    </section>
  );
}
