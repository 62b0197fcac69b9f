import { IconMicrophoneOff, IconVideoOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VenueDto } from '@manyhalls/contracts';
import { StateMark, type Shape, type Tone } from '../app/StateMark';
import { Localized } from '../i18n/Localized';
import { writeClock } from '../i18n/times';
import { useServerNow } from '../live/use-server-now';
import { OwnLevelMeter } from '../media/OwnLevelMeter';
import classes from './OwnPicture.module.css';
import type { Standing } from './standing';

const marks: Record<Standing, { tone: Tone; shape: Shape }> = {
  'not-sent': { tone: 'quiet', shape: 'ring' },
  'green-room': { tone: 'attention', shape: 'diamond' },
  'on-air': { tone: 'on-air', shape: 'disc' },
  'on-programme': { tone: 'on-air', shape: 'disc' },
};

/** What this hall's own camera and microphone give, and who gets it. */
export function OwnPicture({
  venue,
  standing,
  picture,
  sound,
  muted,
}: {
  venue: VenueDto | undefined;
  standing: Standing;
  picture: MediaStreamTrack | undefined;
  sound: MediaStreamTrack | undefined;
  muted: boolean;
}) {
  const { t } = useTranslation('hall');
  const video = useRef<HTMLVideoElement>(null);
  const now = useServerNow();
  useEffect(() => {
    if (video.current) video.current.srcObject = picture ? new MediaStream([picture]) : null;
  }, [picture]);
  return (
    <section className={classes.own} data-standing={standing} aria-label={t('own')}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          <Localized text={venue?.city} />
          {venue && <time>{writeClock(new Date(now), venue.timeZone)}</time>}
        </h2>
        <span className={classes.standing}>
          <StateMark {...marks[standing]}>{t(`standing.${standing}`)}</StateMark>
        </span>
      </header>
      <div className={classes.screen}>
        <video
          ref={video}
          className={classes.picture}
          autoPlay
          muted
          playsInline
          aria-label={t('ownPicture')}
        />
        {!picture && (
          <p className={classes.none}>
            <IconVideoOff size={32} stroke={1.4} aria-hidden />
            {t('noPicture')}
          </p>
        )}
        {muted && (
          <p className={classes.muted}>
            <IconMicrophoneOff size={20} aria-hidden />
            {t('muted')}
          </p>
        )}
      </div>
      <OwnLevelMeter track={muted ? undefined : sound} label={t('ownLevel')} />
    </section>
  );
}
