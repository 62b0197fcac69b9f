import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnLevelMeter } from '../media/OwnLevelMeter';
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
      <OwnLevelMeter track={sound} label={t('speaker.level')} />
    </div>
  );
}
