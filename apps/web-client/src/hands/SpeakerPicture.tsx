import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMeter } from '../media/LevelMeter';
import { useOwnLevel } from '../media/use-levels';
import classes from './SpeakerPicture.module.css';

/** What the own camera and microphone give. It is never heard here. */
export function SpeakerPicture({
  picture,
  sound,
}: {
  picture: MediaStreamTrack | undefined;
  sound: MediaStreamTrack | undefined;
}) {
  const { t } = useTranslation('hands');
  const video = useRef<HTMLVideoElement>(null);
  const level = useOwnLevel(sound);
  useEffect(() => {
    if (video.current) video.current.srcObject = picture ? new MediaStream([picture]) : null;
  }, [picture]);
  return (
    <div className={classes.own}>
      <video
        ref={video}
        className={classes.picture}
        autoPlay
        muted
        playsInline
        aria-label={t('speaker.picture')}
      />
      <LevelMeter level={sound ? level : 0} label={t('speaker.level')} />
    </div>
  );
}
